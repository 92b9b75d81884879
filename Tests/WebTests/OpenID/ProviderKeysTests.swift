import Domain
import Foundation
import Hummingbird
import NIOCore
import Testing

@testable import Web

/// The provider's keys, its description and its answers, as they change and as they fail.
struct ProviderKeysTests {
  /// Expects that somebody comes back, or nobody.
  private func expect(_ fixture: ProviderFixture, comesBack: Bool, _ comment: Comment? = nil) async throws {
    var browser = fixture.browser()
    let page = try await fixture.comeBack(&browser)
    #expect(page.text.contains("name=\"arrival\"") == comesBack, comment)
  }

  @Test(arguments: ["RS256", "PS256", "ES256"])
  func `each algorithm that is allowed verifies, with a name of the key and without`(algorithm: String)
    async throws
  {
    try await ProviderFixture.run { fixture in
      fixture.provider.script.keys =
        algorithm == "ES256" ? [.elliptic("a"), .elliptic("b"), .rsa] : [.rsa, .otherRSA, .elliptic("c")]
      fixture.provider.script.lie = { $0.header["alg"] = algorithm }
      try await expect(fixture, comesBack: true)
      fixture.provider.script.lie = {
        $0.header["alg"] = algorithm
        $0.header["kid"] = nil
      }
      try await expect(fixture, comesBack: true)
    }
  }

  @Test func `what the provider does not allow is not accepted, though we could verify it`() async throws {
    try await ProviderFixture.run { fixture in
      fixture.provider.script.keys = [.elliptic("a")]
      fixture.provider.script.description = { $0["id_token_signing_alg_values_supported"] = ["RS256"] }
      try await expect(fixture, comesBack: false)
    }
  }

  @Test func `keys rotate at any time, and are asked for once`() async throws {
    try await ProviderFixture.run { fixture in
      try await expect(fixture, comesBack: true)
      try await expect(fixture, comesBack: true)
      #expect(fixture.provider.asked("/keys") == 1)
      #expect(fixture.provider.asked("/.well-known/openid-configuration") == 1)
      fixture.provider.script.keys = [.elliptic("new"), .rsa]
      try await expect(fixture, comesBack: true)
      try await expect(fixture, comesBack: true)
      #expect(fixture.provider.asked("/keys") == 2)
      fixture.provider.script.keys = [.rsa]
      try await expect(fixture, comesBack: true)
    }
  }

  @Test func `tokens with invented keys have the provider asked once a minute`() async throws {
    try await ProviderFixture.run { fixture in
      try await expect(fixture, comesBack: true)
      fixture.provider.script.lie = {
        $0.key = .otherRSA
        $0.header["kid"] = UUID().uuidString
      }
      for _ in 0..<5 { try await expect(fixture, comesBack: false) }
      #expect(fixture.provider.asked("/keys") == 2)
      fixture.site.pass(OpenIDProvider.newKeysEach)
      try await expect(fixture, comesBack: false)
      #expect(fixture.provider.asked("/keys") == 3)
    }
  }

  @Test func `what was kept is asked for again when its time is over`() async throws {
    try await ProviderFixture.run { fixture in
      try await expect(fixture, comesBack: true)
      fixture.site.pass(600)
      try await expect(fixture, comesBack: true)
      #expect(fixture.provider.asked("/keys") == 2)
      #expect(fixture.provider.asked("/.well-known/openid-configuration") == 2)
    }
  }

  @Test func `a key for something else signs nobody in`() async throws {
    try await ProviderFixture.run { fixture in
      let key = try ProviderKeyPair.rsa.published()
      for (field, value) in [("use", "enc"), ("alg", "RS512"), ("kty", "EC"), ("n", "AQAB")] {
        let altered = try JSONDecoder().decode(
          ProviderKey.self, from: JSONEncoder().encode(key.merging([field: value]) { $1 }))
        #expect(await altered.verifier(for: .rs256) == nil, "\(field) is \(value)")
      }
    }
  }

  @Test func `the client proves itself as the provider asks`() async throws {
    try await ProviderFixture.run { fixture in
      for methods in [["client_secret_basic", "client_secret_post"], ["client_secret_post"]] {
        fixture.provider.script.authentication = methods
        fixture.site.pass(3_600)
        try await expect(fixture, comesBack: true, "\(methods)")
      }
    }
  }

  @Test(arguments: [
    "not-json", "too-large", "500", "no-token", "redirect", "token-is-no-token",
  ])
  func `an answer that is none of a provider's signs nobody in, and is told without a stack`(answer: String)
    async throws
  {
    try await ProviderFixture.run { fixture in
      fixture.provider.script.tokenAnswer = { ProviderKeysTests.response(answer) }
      var browser = fixture.browser()
      let page = try await fixture.comeBack(&browser)
      #expect([400, 503].contains(page.status))
      #expect(browser.cookies.isEmpty)
      #expect(fixture.log.text.contains("nobody came back"))
    }
  }

  private static func response(_ answer: String) -> Response {
    func body(_ text: String, _ status: HTTPResponse.Status = .ok) -> Response {
      Response(status: status, headers: [:], body: .init(byteBuffer: ByteBuffer(string: text)))
    }
    switch answer {
    case "not-json": return body("<html>")
    case "too-large": return body("{\"id_token\":\"\(String(repeating: "a", count: 70_000))\"}")
    case "500": return body("{\"error\":\"<script>\"}", .internalServerError)
    case "no-token": return body("{\"access_token\":\"a\"}")
    case "redirect": return Response(status: .found, headers: [.location: "/keys"])
    default: return body("{\"id_token\":\"a.b.c\"}")
    }
  }
}
