import Domain
import Foundation
import Testing

@testable import Web

/// Which account an identity opens is said by its member alone, in a session.
struct ProviderLinkingTests {
  private static let path = "/profile/security/provider"

  /// Asks to link in a session, signs in at the provider as `account`, and comes back.
  private func comeBack(
    _ fixture: ProviderFixture, _ browser: inout Browser, _ token: String,
    as account: ScriptedProvider.Account = .init()
  ) async throws -> Browser.Answer {
    let address = try await fixture.begin(&browser, at: Self.path, "form-token=\(token)")
    return try await browser.get(
      "/sign-in/google/callback" + fixture.provider.signIn(at: address, as: account))
  }

  @Test func `a member links an account, signs in by it, and unlinks it`() async throws {
    try await ProviderFixture.run { fixture in
      var (browser, token) = try await fixture.signedInBrowser()
      let account = ScriptedProvider.Account(email: "private@elsewhere.example")
      let page = try await comeBack(fixture, &browser, token, as: account)
      #expect(page.text.contains("<h1>Link your Example ID account</h1>"))
      #expect(try await fixture.linked().isEmpty, "not before the button is pressed")
      #expect(try await fixture.goOn(&browser, from: page).location == Self.path)
      #expect(try await fixture.linked().map(\.account) == ["private@elsewhere.example"])
      #expect(try await browser.get(Self.path).text.contains("private@elsewhere.example opens this account"))

      var elsewhere = fixture.browser()
      let arrived = try await fixture.comeBack(&elsewhere, as: account)
      #expect(try await fixture.goOn(&elsewhere, from: arrived).location == "/listings")

      #expect(
        try await browser.post("\(Self.path)/unlink", "form-token=\(token)").location == Self.path)
      #expect(try await fixture.linked().isEmpty)
      #expect(Set(try await fixture.site.news()) == [.providerLinked, .providerUnlinked])
      var again = fixture.browser()
      let refused = try await fixture.goOn(&again, from: try await fixture.comeBack(&again, as: account))
      #expect(refused.status == 403)
    }
  }

  @Test func `linking wants the session's own form, and the session itself at the end`() async throws {
    try await ProviderFixture.run { fixture in
      var (browser, token) = try await fixture.signedInBrowser()
      #expect(try await browser.post(Self.path, "form-token=forged").status == 403)
      #expect(try await browser.post(Self.path, "form-token=\(token)", site: "cross-site").status == 403)
      var stranger = fixture.browser()
      #expect(try await stranger.post(Self.path, "form-token=\(token)").location == "/sign-in")
      let page = try await comeBack(fixture, &browser, token)
      var signedOut = browser
      signedOut.cookies["__Host-session"] = nil
      #expect(try await fixture.goOn(&signedOut, from: page).status == 400)
      #expect(try await fixture.linked().isEmpty)
    }
  }

  @Test func `another session of the same member does not end what one began`() async throws {
    try await ProviderFixture.run { fixture in
      var (browser, token) = try await fixture.signedInBrowser()
      let page = try await comeBack(fixture, &browser, token)
      let (other, _) = try await fixture.signedInBrowser()
      browser.cookies["__Host-session"] = other.cookies["__Host-session"]
      #expect(try await fixture.goOn(&browser, from: page).status == 400)
      #expect(try await fixture.linked().isEmpty)
    }
  }

  @Test func `an identity opens one account, and an account has one of a provider`() async throws {
    try await ProviderFixture.run { fixture in
      let other = try SiteFixture.practitioner(number: 2)
      try await fixture.site.add(other, wait: nil)
      try await fixture.link(.init(subject: "theirs"), to: other)
      var (browser, token) = try await fixture.signedInBrowser()
      let taken = try await comeBack(fixture, &browser, token, as: .init(subject: "theirs"))
      let refused = try await fixture.goOn(&browser, from: taken)
      #expect(refused.status == 409)
      #expect(refused.text.contains("<h1>This Example ID account opens another account</h1>"))
      #expect(!refused.text.contains("Dr Example 2"))

      try await fixture.link(.init(subject: "mine"))
      let second = try await comeBack(fixture, &browser, token, as: .init(subject: "second"))
      let another = try await fixture.goOn(&browser, from: second)
      #expect(another.text.contains("<h1>Another Example ID account is linked</h1>"))
      let same = try await comeBack(fixture, &browser, token, as: .init(subject: "mine"))
      #expect(try await fixture.goOn(&browser, from: same).location == Self.path)
      #expect(try await fixture.linked().map(\.identity.subject) == ["mine"])
      #expect(try await fixture.site.news().isEmpty, "nothing happened that the member is told of")
    }
  }
}
