import Domain
import Foundation
import Testing

@testable import Web

/// Joining by an invitation through a provider: the link lets one person in, whoever the provider says that they are.
struct ProviderJoiningTests {
  private static let nova = ScriptedProvider.Account(
    subject: "nova", email: "nova@elsewhere.example", name: "Nova New")
  private static let callback = "/sign-in/google/callback"

  /// A site on which the member has invited new@example.org, and the link's secret.
  private func invited(
    _ signIn: SignInWays = SignInWays(),
    _ test: @escaping @Sendable (ProviderFixture, String) async throws -> Void
  ) async throws {
    try await ProviderFixture.run(signIn) { fixture in
      try await test(fixture, try await invite("new%40example.org", fixture))
    }
  }

  private func invite(_ address: String, _ fixture: ProviderFixture) async throws -> String {
    var inviter = try await fixture.site.browser(fixture.browser())
    _ = try await inviter.invitations("email=\(address)")
    let links = try await fixture.site.invitationLinks(to: address.replacing("%40", with: "@"))
    return String(try #require(links.last).dropFirst("/invite/".count))
  }

  /// Begins with the button of the invitation, signs in at the provider, and returns the address that leads back.
  private func leave(
    _ fixture: ProviderFixture, _ browser: inout Browser, _ secret: String,
    as account: ScriptedProvider.Account = Self.nova
  ) async throws -> String {
    let address = try await fixture.begin(&browser, "invitation=\(secret)")
    return Self.callback + (try fixture.provider.signIn(at: address, as: account))
  }

  private func comeBack(
    _ fixture: ProviderFixture, _ browser: inout Browser, _ secret: String,
    as account: ScriptedProvider.Account = Self.nova
  ) async throws -> Browser.Answer {
    let back = try await leave(fixture, &browser, secret, as: account)
    return try await browser.get(back)
  }

  private func join(_ browser: inout Browser, from page: Browser.Answer, _ name: String = "Dr+Nova+New")
    async throws -> Browser.Answer
  {
    let arrival = try #require(hidden("arrival", in: page.text), "\(page.status)")
    return try await browser.post(Self.callback, "arrival=\(arrival)&name=\(name)")
  }

  @Test func `there, back and one form: an account, linked and signed in, under the invited address`()
    async throws
  {
    try await invited { fixture, secret in
      var browser = fixture.browser()
      #expect(try await browser.get("/invite/\(secret)").text.contains("Continue with Example ID"))
      let before = await fixture.site.store.writeTransactions
      let page = try await comeBack(fixture, &browser, secret)
      #expect(await fixture.site.store.writeTransactions == before, "a GET opens no write transaction")
      for words in [
        "Join Help Link Private", "value=\"Nova New\"", "new@example.org", "nova@elsewhere.example",
      ] { #expect(page.text.contains(words), "\(words)") }
      #expect(!page.text.contains("<script"), "the form is not sent by itself")
      let joined = try await join(&browser, from: page)
      #expect(joined.status == 303 && joined.location == "/onboarding")
      #expect(browser.cookies["__Host-provider"] == nil)
      #expect(try await browser.get("/onboarding").location == "/onboarding/profession")
      let (member, linked, trail) = try await fixture.site.store.read { record in
        let member = try record.practitioner(at: EmailAddress("new@example.org"))
        let id = try #require(member?.id)
        return (member, try record.linkedIdentities(of: id), try record.trail(of: id, limit: 10))
      }
      #expect(member?.name == "Dr Nova New")
      #expect(linked.map(\.identity.subject) == ["nova"])
      #expect(Set(trail.map(\.kind)) == [.accountOpened, .providerLinked, .signedIn])
      #expect(try await browser.get("/invite/\(secret)").text.contains("You are a member already"))

      var elsewhere = fixture.browser()
      let arrived = try await fixture.comeBack(&elsewhere, as: Self.nova)
      #expect(try await fixture.goOn(&elsewhere, from: arrived).location == "/onboarding")
    }
  }

  @Test func `the secret of the link is in no address, cookie, log or hidden field on the way`() async throws
  {
    try await invited { fixture, secret in
      var browser = fixture.browser()
      let leaving = try await browser.post("/sign-in/google", "invitation=\(secret)")
      let sealed = try #require(browser.cookies["__Host-provider"])
      let address = try fixture.address(in: leaving)
      let page = try await browser.get(
        Self.callback + fixture.provider.signIn(at: address, as: Self.nova))
      _ = try await join(&browser, from: page)
      for (place, text) in [
        ("the provider's address", address), ("the page that leads there", leaving.text),
        ("the cookie", sealed), ("the page that led back", page.text), ("the log", fixture.log.text),
      ] { #expect(!text.contains(secret), "in \(place)") }
    }
  }

  /// What may happen to an invitation while somebody is away at the provider.
  enum Meanwhile: String, CaseIterable { case used, revoked, expired, replaced, member }

  private func happen(_ meanwhile: Meanwhile, _ fixture: ProviderFixture, _ secret: String) async throws {
    switch meanwhile {
    case .used:
      var other = fixture.browser()
      #expect(try await other.post("/invite/\(secret)", "name=Dr+Quick").status == 303)
    case .expired: fixture.site.pass(120)
    case .revoked, .replaced:
      var inviter = try await fixture.site.browser(fixture.browser())
      let page = try await inviter.get("/invitations").text
      let row = try #require(page.firstMatch(of: /invitation-([a-z2-7]{26})/)?.1)
      let verb = meanwhile == .revoked ? "revoke" : "resend"
      #expect(try await inviter.invitations("", at: "/invitations/\(row)/\(verb)").status == 303)
    case .member:
      var other = try SiteFixture.practitioner(number: 5)
      other.email = try EmailAddress("New@Example.org")
      try await fixture.site.add(other, wait: nil)
    }
  }

  @Test(arguments: Meanwhile.allCases, [false, true])
  func `an invitation that is over opens nothing, and says so, on coming back and on pressing`(
    meanwhile: Meanwhile, isBack: Bool
  ) async throws {
    try await invited { fixture, secret in
      fixture.site.pass(Invitation.lasts - 60)
      var browser = fixture.browser()
      let back = try await leave(fixture, &browser, secret)
      let page = isBack ? try await browser.get(back) : nil
      try await happen(meanwhile, fixture, secret)
      let before = try await fixture.site.counts()
      let answer =
        if let page { try await join(&browser, from: page) } else { try await browser.get(back) }
      let (status, words) =
        switch meanwhile {
        case .used, .replaced: (410, "has been used, or a newer one replaced it")
        case .revoked: (410, "was taken back")
        case .expired: (410, "Ask for a fresh link")
        case .member: (isBack ? 409 : 200, "There is nothing to accept")
        }
      #expect(answer.status == status && answer.text.contains(words))
      #expect(try await fixture.site.counts() == before)
      #expect(browser.cookies["__Host-session"] == nil)
    }
  }

  @Test func `an identity that opens an account is refused, and the invitation stays good`() async throws {
    try await invited { fixture, secret in
      try await fixture.link(Self.nova)
      var browser = fixture.browser()
      let before = try await fixture.site.counts()
      let refused = try await join(&browser, from: try await comeBack(fixture, &browser, secret))
      #expect(refused.status == 409)
      #expect(refused.text.contains("This Example ID account opens an account already"))
      #expect(refused.text.contains("href=\"/invite/\(secret)\""))
      #expect(!refused.text.contains("Dr Example 1"))
      #expect(try await fixture.site.counts() == before)
      #expect(browser.cookies["__Host-session"] == nil)
      let other = try await comeBack(fixture, &browser, secret, as: .init(subject: "another"))
      #expect(try await join(&browser, from: other).status == 303)
    }
  }

  @Test func `a member's address at the provider opens nothing of theirs`() async throws {
    try await invited { fixture, secret in
      var browser = fixture.browser()
      let account = ScriptedProvider.Account(subject: "x", email: fixture.site.member.email.text)
      let page = try await comeBack(fixture, &browser, secret, as: account)
      #expect(try await join(&browser, from: page).status == 303)
      #expect(try await browser.get("/profile").text.contains("new@example.org"))
      #expect(try await fixture.linked().isEmpty)
    }
  }

  @Test func `of two who come back by one link, and of one who has two links, one account is opened`()
    async throws
  {
    try await invited { fixture, secret in
      var browsers = [fixture.browser(), fixture.browser(), fixture.browser()]
      var pages: [Browser.Answer] = []
      let second = try await invite("second%40example.org", fixture)
      for (index, (secret, subject)) in [(secret, "a"), (secret, "b"), (second, "a")].enumerated() {
        pages.append(
          try await comeBack(fixture, &browsers[index], secret, as: .init(subject: subject)))
      }
      var statuses: [Int] = []
      for index in browsers.indices {
        statuses.append(try await join(&browsers[index], from: pages[index]).status)
      }
      #expect(statuses == [303, 410, 409])
      #expect(try await fixture.site.counts()[0] == 2)
      #expect(try await join(&browsers[0], from: pages[0]).status == 400, "the same form again")
    }
  }

  @Test func `a name that is none comes back as it was typed, and can be put right`() async throws {
    try await invited { fixture, secret in
      var browser = fixture.browser()
      let page = try await comeBack(fixture, &browser, secret)
      let before = try await fixture.site.counts()
      for name in ["", "+", "Dr+evil.example.com", "a%40b"] {
        let again = try await join(&browser, from: page, name)
        #expect(again.status == 400 && again.text.contains("<title>Error: Join"))
        if name == "a%40b" { #expect(again.text.contains("value=\"a@b\"")) }
      }
      #expect(try await fixture.site.counts() == before)
      #expect(try await join(&browser, from: page).status == 303)
    }
  }

  @Test func `what was begun for one thing does not do another`() async throws {
    try await invited { fixture, secret in
      var browser = fixture.browser()
      let page = try await fixture.comeBack(&browser, as: Self.nova)
      let arrival = try #require(hidden("arrival", in: page.text))
      let before = try await fixture.site.counts()
      let answer = try await browser.post(
        Self.callback, "arrival=\(arrival)&name=Dr+Nova&invitation=\(secret)")
      #expect(answer.status == 403 && answer.text.contains("opens nothing here"))
      #expect(try await fixture.site.counts() == before)
      let join = try await comeBack(fixture, &browser, secret)
      var thief = fixture.browser()
      let stolen = try #require(hidden("arrival", in: join.text))
      #expect(try await thief.post(Self.callback, "arrival=\(stolen)&name=Dr+Thief").status == 400)
      #expect(
        try await browser.post(Self.callback, "arrival=\(stolen)&name=Dr+X", site: "cross-site").status == 403
      )
      #expect(try await fixture.site.counts() == before)
    }
  }

  @Test func `nobody is sent to the provider by a link that opens nothing, nor who is a member`() async throws
  {
    try await invited { fixture, secret in
      let (member, _) = try await fixture.signedInBrowser()
      let asked = fixture.provider.asked("/.well-known/openid-configuration")
      for (body, browser, site, status) in [
        ("invitation=forged", fixture.browser(), "same-origin", 410),
        ("invitation=", fixture.browser(), "same-origin", 410),
        ("invitation=\(secret)", fixture.browser(), "cross-site", 403),
        ("invitation=\(secret)", member, "same-origin", 409),
      ] {
        var browser = browser
        #expect(try await browser.post("/sign-in/google", body, site: site).status == status, "\(body)")
        #expect(browser.cookies["__Host-provider"] == nil)
      }
      #expect(fixture.provider.asked("/.well-known/openid-configuration") == asked)
    }
  }

  @Test func `whoever declines there, or whom it does not let back, finds the way to the invitation`()
    async throws
  {
    try await invited { fixture, secret in
      for error in ["access_denied", "server_error"] {
        var browser = fixture.browser()
        let address = try await fixture.begin(&browser, "invitation=\(secret)")
        let state = try #require(address.firstMatch(of: /state=([a-z2-7]+)/)?.1)
        let page = try await browser.get(Self.callback + "?error=\(error)&state=\(state)")
        #expect(page.text.contains("href=\"/invite/\(secret)\""))
      }
    }
  }

  @Test func `where a provider alone signs people in, nobody joins who could not`() async throws {
    try await invited(SignInWays(password: false, emailLink: false)) { fixture, secret in
      var browser = fixture.browser()
      let page = try await browser.get("/invite/\(secret)").text
      #expect(page.contains("Continue with Example ID") && !page.contains("name=\"name\""))
      let before = try await fixture.site.counts()
      #expect(try await browser.post("/invite/\(secret)", "name=Dr+New").location == "/invite/\(secret)")
      #expect(try await fixture.site.counts() == before)
      #expect(!(try await browser.get("/sign-in").text.contains("name=\"email\"")))
      #expect(try await join(&browser, from: try await comeBack(fixture, &browser, secret)).status == 303)
    }
  }
}
