import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct `Being away` {
  /// A browser that pressed a button, with the name of its result; the fixture's day is 30 November 2026 in Sydney.
  private func pressed(
    _ fixture: SiteFixture, _ client: any TestClientProtocol
  ) async throws -> (browser: Browser, result: String) {
    var browser = Browser(client)
    let page = try await browser.press(fixture.link(.oneMonth), "waiting-period=1-month")
    #expect(page.text.contains("First day back"))
    return (browser, try #require(hidden("result", in: page.text)))
  }

  private func member(_ fixture: SiteFixture) async throws -> Practitioner? {
    let id = fixture.member.id
    return try await fixture.store.read { try $0.practitioner(id) }
  }

  @Test func `is said on the result page, seen there and in the listings, and taken back`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var (browser, result) = try await pressed(fixture, client)
      let path = fixture.link(.oneMonth)
      let page = try await browser.press(path + "/away", "result=\(result)&until=2027-01-14")
      #expect(page.status == 200)
      #expect(page.text.contains("Your first day back is 14 January 2027."))
      #expect(page.text.contains("Back on 14 January 2027"))
      #expect(page.text.contains("<h1>Thank you: Within a month</h1>"))
      // Midnight in Sydney.
      #expect(try await member(fixture)?.awayUntil == Date("2027-01-13T13:00:00Z", strategy: .iso8601))
      #expect(fixture.store.directory[fixture.member.id]?.isAway(at: fixture.site.now()) == true)

      let back = try #require(hidden("result", in: page.text))
      let home = try await browser.press(path + "/away", "result=\(back)&back=yes")
      #expect(home.text.contains("First day back"))
      #expect(try await member(fixture)?.awayUntil == nil)
      #expect(try await fixture.wait()?.period == .oneMonth)
    }
  }

  @Test(arguments: [
    "", "soon", "2026-11-30", "2026-11-29", "2028-12-01", "2027-02-30", "14/01/2027",
    "<script>alert(1)</script>",
  ])
  func `until a day that cannot be gives the form back as it was filled in, and changes nothing`(day: String)
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var (browser, result) = try await pressed(fixture, client)
      let typed = try #require(day.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
      let page = try await browser.post(fixture.link(.oneMonth) + "/away", "result=\(result)&until=\(typed)")
      #expect(page.status == 400)
      #expect(page.text.contains("Choose a day after today and within a year"))
      #expect(page.text.contains("<title>Error: "))
      #expect(day.isEmpty || day.hasPrefix("<") || page.text.contains("value=\"\(day)\""))
      #expect(!page.text.contains("<script>alert"))
      #expect(try await member(fixture)?.awayUntil == nil)
    }
  }

  @Test func `is for the browser that pressed alone`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var (browser, result) = try await pressed(fixture, client)
      let path = fixture.link(.oneMonth) + "/away"
      var stranger = Browser(client)
      #expect(try await stranger.post(path, "result=\(result)&until=2027-01-14").status == 403)
      #expect(try await browser.post(path, "result=forged&until=2027-01-14").status == 403)
      #expect(try await browser.post(path, "until=2027-01-14").status == 403)
      #expect(try await browser.post("/w/nonsense/away", "result=\(result)&until=2027-01-14").status == 404)
      #expect(try await member(fixture)?.awayUntil == nil)
    }
  }

  @Test func `ends by itself, not confirmed`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var (browser, result) = try await pressed(fixture, client)
      _ = try await browser.press(
        fixture.link(.oneMonth) + "/away", "result=\(result)&until=2026-12-10")
      fixture.pass(9 * 86_400)
      let listing = try #require(fixture.store.directory[fixture.member.id])
      #expect(listing.isAway(at: fixture.site.now()))
      fixture.pass(86_400)
      #expect(!listing.isAway(at: fixture.site.now()))
      #expect(listing.freshness(now: fixture.site.now()) == .stale)
    }
  }

  @Test func `leaves undo and change as they are`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var (browser, result) = try await pressed(fixture, client)
      let path = fixture.link(.oneMonth)
      _ = try await browser.press(path + "/away", "result=\(result)&until=2027-01-14")
      let changed = try await browser.press(path, "waiting-period=closed&result=\(result)")
      #expect(changed.text.contains("Thank you: "))
      #expect(try await fixture.wait()?.period == .closed)
      #expect(try await member(fixture)?.awayUntil != nil)
      _ = try await browser.post(fixture.link(.closed) + "/undo", "result=\(result)")
      #expect(try await fixture.wait() == SiteFixture.before)
    }
  }
}
