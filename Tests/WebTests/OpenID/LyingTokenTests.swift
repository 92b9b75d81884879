import Foundation
import Testing

@testable import Web

/// An ID token that is not what it should be, and what is found wrong with it.
struct Lie: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let fault: IDTokenFault
  let tell: @Sendable (inout MintedToken) -> Void

  init(_ what: String, _ fault: IDTokenFault, _ tell: @escaping @Sendable (inout MintedToken) -> Void) {
    testDescription = what
    self.fault = fault
    self.tell = tell
  }

  private static let now = SiteFixture.start.timeIntervalSince1970
  private static let ours = ScriptedProvider.client.id

  static let all = claims + signatures

  private static let claims = [
    Lie("another issuer", .issuer) { $0.claims["iss"] = "https://accounts.example" },
    Lie("the issuer with a slash", .issuer) { $0.claims["iss"] = "\($0.claims["iss"] ?? "")/" },
    Lie("another audience", .audience) { $0.claims["aud"] = "another client" },
    Lie("an audience that begins like ours", .audience) { $0.claims["aud"] = "\(ours)2" },
    Lie("no audience in a list", .audience) { $0.claims["aud"] = [String]() },
    Lie("several audiences and no authorized party", .authorizedParty) {
      $0.claims["aud"] = [ours, "another"]
    },
    Lie("another authorized party", .authorizedParty) {
      $0.claims["aud"] = ["another", ours]
      $0.claims["azp"] = "another"
    },
    Lie("another authorized party of one audience", .authorizedParty) { $0.claims["azp"] = "another" },
    Lie("expired a minute ago", .expired) { $0.claims["exp"] = now - 60 },
    Lie("issued in the future", .notYetValid) { $0.claims["iat"] = now + 61 },
    Lie("not to be used yet", .notYetValid) { $0.claims["nbf"] = now + 61 },
    Lie("another nonce", .nonce) { $0.claims["nonce"] = "another" },
    Lie("no nonce", .nonce) { $0.claims["nonce"] = nil },
    Lie("an empty subject", .subject) { $0.claims["sub"] = "" },
    Lie("a subject of 256 characters", .subject) { $0.claims["sub"] = String(repeating: "1", count: 256) },
    Lie("a subject of two lines", .subject) { $0.claims["sub"] = "1\n2" },
    Lie("no subject", .malformed) { $0.claims["sub"] = nil },
    Lie("no expiry", .malformed) { $0.claims["exp"] = nil },
    Lie("no time of issue", .malformed) { $0.claims["iat"] = nil },
    Lie("an expiry in words", .malformed) { $0.claims["exp"] = "never" },
  ]

  private static let signatures = [
    Lie("no algorithm", .algorithm) { $0.header["alg"] = "none" },
    Lie("no algorithm, in capitals", .algorithm) { $0.header["alg"] = "NONE" },
    Lie("no name of an algorithm", .algorithm) { $0.header["alg"] = nil },
    Lie("the public key as a shared secret", .algorithm) { $0.header["alg"] = "HS256" },
    Lie("an algorithm that is not known", .algorithm) { $0.header["alg"] = "RS1" },
    Lie("another kind of key than the algorithm's", .key) { $0.header["alg"] = "ES256" },
    Lie("another padding than the algorithm's", .signature) {
      $0.header["alg"] = "PS256"
      $0.signsAs = "RS256"
    },
    Lie("a key that is not published", .key) {
      $0.key = .otherRSA
      $0.header["kid"] = "other-rsa"
    },
    Lie("a key that is not published, under the name of one that is", .signature) { $0.key = .otherRSA },
    Lie("a key that is not published, under no name", .signature) {
      $0.key = .otherRSA
      $0.header["kid"] = nil
    },
    Lie("a signature of something else", .signature) { $0.signsInstead = "e30.e30" },
    Lie("a key inside the token", .signature) {
      $0.key = .otherRSA
      $0.header["jwk"] = (try? ProviderKeyPair.otherRSA.published()) ?? [:]
    },
    Lie("something that must be understood", .malformed) { $0.header["crit"] = ["exp"] },
  ]
}

struct LyingTokenTests {
  @Test(arguments: Lie.all)
  func `a token that lies is found out, for what it is`(lie: Lie) async throws {
    let now: @Sendable () -> Date = { SiteFixture.start }
    try await ScriptedProvider.run(now: now) { scripted in
      scripted.script.lie = lie.tell
      let client = OpenIDProvider.makeClient()
      let provider = OpenIDProvider(
        settings: ProviderSettings(
          issuer: scripted.issuer, name: "Example ID", clientID: ScriptedProvider.client.id,
          clientSecret: ScriptedProvider.client.secret),
        client: client, now: now)
      let flow = ProviderFlow(.signIn(next: nil), now: now())
      await #expect(throws: OpenIDFailure.token(lie.fault)) {
        let address = try await provider.address(for: flow, redirect: "https://network.example/back")
        let query = try scripted.signIn(at: address)
        let code = String(try #require(query.firstMatch(of: /code=([^&]+)/)).1)
        _ = try await provider.person(code: code, flow: flow, redirect: "https://network.example/back")
      }
      try await client.shutdown()
    }
  }

  @Test(arguments: Lie.all)
  func `whatever is wrong with a token, the person is told the same, and nothing is written`(lie: Lie)
    async throws
  {
    try await ProviderFixture.run { fixture in
      try await fixture.link()
      let before = await fixture.site.store.writeTransactions
      fixture.provider.script.lie = lie.tell
      var browser = fixture.browser()
      let page = try await fixture.comeBack(&browser)
      #expect(page.status == 400)
      #expect(page.text.contains("<h1>That did not come through</h1>"))
      #expect(!page.text.contains("name=\"arrival\""))
      #expect(browser.cookies.isEmpty)
      #expect(await fixture.site.store.writeTransactions == before)
      #expect(fixture.log.text.contains(lie.fault.rawValue))
    }
  }
}
