import Domain
import Foundation
import Testing

@testable import Store
@testable import Web

@Suite struct `Leaving` {
  private static let path = "/profile/leave"

  private func standing(_ fixture: SiteFixture) async throws -> Practitioner.Standing? {
    let id = fixture.member.id
    return try await fixture.store.read { try $0.practitioner(id)?.standing }
  }

  /// A browser whose member has just left.
  private func left(_ fixture: SiteFixture, _ client: Browser) async throws -> Browser {
    var browser = try await fixture.browser(client)
    #expect(try await browser.submit(Self.path, "", from: Self.path).location == Self.path)
    #expect(try await standing(fixture) == .leaving)
    return browser
  }

  @Test func `says what happens and when, and a GET changes nothing`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      #expect(try await browser.get(Self.path).location == "/sign-in?next=/profile/leave")
      browser = try await fixture.browser(browser)
      let before = await fixture.store.writeTransactions
      let page = try await browser.get(Self.path).text
      // The fixture's day is 30 November 2026.
      for words in [
        "For 30 days, until 30 December 2026", "/profile/export", "/privacy", "Every other browser",
      ] {
        #expect(page.contains(words), "\(words)")
      }
      #expect(await fixture.store.writeTransactions == before)
      #expect(try await browser.get("/profile").text.contains("href=\"/profile/leave\""))
    }
  }

  @Test func `takes the listing away in the next request, and signs out every other browser`() async throws {
    let fixture = try await SiteFixture()
    let colleague = try SiteFixture.practitioner(number: 2)
    try await fixture.add(colleague, wait: nil)
    try await fixture.test { client in
      var (other, colleagues) = (
        try await fixture.browser(Browser(client)), try await fixture.browser(Browser(client), of: colleague)
      )
      let listing = "/practitioners/\(fixture.member.id)"
      #expect(try await colleagues.get(listing).status == 200)
      var browser = try await left(fixture, Browser(client))
      #expect(try await colleagues.get(listing).status == 404)
      #expect(try await colleagues.get("/listings").text.contains(fixture.member.name) == false)
      #expect(try await other.get("/listings").location?.hasPrefix("/sign-in") == true)
      for page in ["/listings", "/profile", "/invitations", "/profile/security"] {
        #expect(try await browser.get(page).location == Self.path, "\(page)")
      }
      let page = try await browser.get(Self.path).text
      #expect(page.contains("You have left") && page.contains("On 30 December 2026"))
      #expect(try await browser.get("/profile/export").status == 200)
    }
    #expect(try await fixture.news() == [.left])
    #expect(try await fixture.trail().contains(.left))
  }

  @Test func `a second press is no second leaving`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await left(fixture, Browser(client))
      fixture.pass(86_400)
      #expect(try await browser.submit(Self.path, "", from: Self.path).location == Self.path)
    }
    #expect(try await fixture.trail() == [.left])
  }

  @Test func `one press brings everything back as it was, after signing in anew`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      _ = try await left(fixture, Browser(client))
      fixture.pass(29 * 86_400)
      var browser = Browser(client)
      _ = try await browser.signIn()
      #expect(try await browser.get("/listings").location == Self.path)
      #expect(try await browser.submit(Self.path + "/back", "", from: Self.path).location == "/listings")
      #expect(try await browser.get("/practitioners/\(fixture.member.id)").status == 200)
    }
    #expect(try await standing(fixture) == .active)
    #expect(try await fixture.wait() == SiteFixture.before)
    #expect(try await fixture.news() == [.cameBack, .left])
  }

  @Test func `erases at once whoever ticks the box, and only once they have left`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.setPassword()
    try await fixture.test { client in
      var staying = try await fixture.browser(Browser(client))
      #expect(
        try await staying.submit(Self.path + "/erase", "sure=yes", from: Self.path).location == Self.path)
      #expect(try await standing(fixture) == .active)
      var browser = try await left(fixture, Browser(client))
      let unsure = try await browser.submit(Self.path + "/erase", "", from: Self.path)
      #expect(unsure.status == 400 && unsure.text.contains("Tick the box"))
      #expect(try await standing(fixture) == .leaving)
      let answer = try await browser.submit(Self.path + "/erase", "sure=yes", from: Self.path)
      #expect(answer.location == Self.path + "/erased")
      #expect(browser.cookies[fixture.site.cookies.session] == nil)
      #expect(try await browser.get(Self.path + "/erased").text.contains("You are erased"))
      #expect(try await browser.get(Self.path).location?.hasPrefix("/sign-in") == true)
      #expect(try await browser.signIn().status == 400)
    }
    #expect(try await standing(fixture) == .erased)
    let (id, address) = (fixture.member.id, fixture.member.email)
    #expect(try await fixture.store.read { try $0.practitioner(at: address) } == nil)
    #expect(try await fixture.store.read { try $0.export(id)?.account.name } == Pseudonym.name)
    #expect(try await fixture.store.owesSweep(), "the daemon sweeps up")
  }

  @Test(arguments: ["", "/back", "/erase"])
  func `another site's form, and one without its token, changes nothing`(form: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      if !form.isEmpty { browser = try await left(fixture, browser) }
      let token = try #require(hidden("form-token", in: try await browser.get(Self.path).text))
      let before = try await standing(fixture)
      let body = "sure=yes&form-token=\(token)"
      #expect(try await browser.post(Self.path + form, body, site: "cross-site").status == 403)
      #expect(try await browser.post(Self.path + form, "sure=yes").status == 403)
      #expect(try await standing(fixture) == before)
    }
  }

  @Test
  func `the links of emails that went to somebody who is erased lead nowhere, and end nothing in error`()
    async throws
  {
    let fixture = try await SiteFixture()
    let member = fixture.member
    let unsubscribe = LinkToken(
      .unsubscribe, subject: member.id, choice: EmailStream.rounds.code, expiresAt: SiteFixture.start + 86_400
    )
    let event = try #require(SecurityEvent.ID(bytes: [UInt8](repeating: 4, count: 16)))
    _ = try await fixture.store.erase(member.id) {
      ErasureDecision.decide(.byOperator, facts: $0, event: event, now: SiteFixture.start)
    }
    try await fixture.test { client in
      var browser = Browser(client)
      for path in [fixture.link(.now), "/u/" + fixture.keys.seal(unsubscribe)] {
        for answer in [
          try await browser.get(path), try await browser.post(path, "choice=stop&waiting-period=now"),
        ] {
          #expect(answer.status < 500, "\(path)")
        }
      }
    }
    #expect(try await fixture.store.read { try $0.practitioner(member.id)?.stoppedStreams } == [])
  }
}
