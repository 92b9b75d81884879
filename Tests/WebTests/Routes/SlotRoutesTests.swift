import Domain
import Foundation
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite struct `The times a member offers` {
  private static let offer = "when=weekly-2&time=09%3A00&minutes=50&mode=video"

  private func book(_ fixture: SiteFixture) async throws -> SlotBook {
    let id = fixture.member.id
    return try await fixture.store.read { try $0.slotBook(of: id) }
  }

  @Test func `are added and removed on their page`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      let saved = try await browser.submit("/profile/slots", Self.offer, from: "/profile/slots")
      #expect(saved.location == "/profile/slots?saved=1")
      let page = try await browser.get("/profile/slots?saved=1").text
      #expect(page.contains("Every Wednesday at 9:00 am") && page.contains("50 minutes · By video"))
      #expect(page.contains("Sydney time") && page.contains("Nobody sees these yet"))
      let again = try await browser.submit("/profile/slots", Self.offer, from: "/profile/slots")
      #expect(again.status == 400 && again.text.contains("begins then already"))
      let id = try #require(try await book(fixture).offers.first).id
      _ = try await browser.submit("/profile/slots/\(id)/remove", "", from: "/profile/slots")
      #expect(try await book(fixture).offers.isEmpty)
    }
  }

  @Test func `come back as they were typed when something is wrong`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      let back = try await browser.submit(
        "/profile/slots", "when=once&day=2027-01-01&time=nine&minutes=45&mode=phone", from: "/profile/slots")
      #expect(back.status == 400 && back.text.contains("href=\"#time\""))
      for value in ["value=\"nine\"", "value=\"45\"", "value=\"2027-01-01\""] {
        #expect(back.text.contains(value))
      }
    }
  }

  @Test func `have terms, and days without`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = try await fixture.browser(Browser(client))
      func submit(_ path: String, _ body: String) async throws -> Int {
        var copy = browser
        return try await copy.submit("/profile/slots/\(path)", body, from: "/profile/slots").status
      }
      #expect(try await submit("terms", "weeks=4&notice=48") == 303)
      #expect(try await submit("terms", "weeks=0&notice=48") == 400)
      #expect(try await submit("terms", "weeks=4&notice=-1") == 400)
      #expect(try await submit("days-off", "first=2026-12-24&last=2027-01-04") == 303)
      #expect(try await submit("days-off", "first=2026-12-31&last=") == 303)
      #expect(try await submit("days-off", "first=2027-01-04&last=2026-12-24") == 400)
      #expect(try await submit("days-off", "first=&last=") == 400)
      #expect(try await submit("days-off/remove", "first=2026-12-31&last=2026-12-31") == 303)
      let book = try await book(fixture)
      #expect(book.terms == SlotBook.Terms(weeksAhead: 4, noticeHours: 48))
      #expect(book.daysOff.map(\.first.text) == ["2026-12-24"])
      #expect(try await browser.get("/profile/slots").text.contains("24 December 2026 to 4 January 2027"))
    }
  }

  @Test func `are a member's own, and rest on a form of theirs`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var stranger = Browser(client)
      for path in ["/profile/slots", "/profile/appointments"] {
        #expect(try await stranger.get(path).location?.hasPrefix("/sign-in") == true)
      }
      #expect(try await stranger.post("/profile/slots", Self.offer).location?.hasPrefix("/sign-in") == true)
      var browser = try await fixture.browser(Browser(client))
      for path in ["", "/terms", "/days-off", "/days-off/remove", "/abc/remove"] {
        #expect(try await browser.post("/profile/slots\(path)", Self.offer).status == 403, "\(path)")
      }
      #expect(try await book(fixture) == SlotBook())
    }
  }

  @Test func `show who booked to the practitioner they booked with, and to nobody else`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.openToSeekers()
    let colleague = try SiteFixture.practitioner(number: 2)
    try await fixture.add(colleague, wait: SiteFixture.before)
    try await fixture.test { client in
      var seeker = Browser(client)
      let link = try await seeker.book(2, fixture)
      var member = try await fixture.browser(Browser(client))
      let page = try await member.get("/profile/appointments").text
      for word in ["Sam Lee", "sam@example.org", "0412 345 678", "I am 18 or older"] {
        #expect(page.contains(word))
      }
      var other = try await fixture.browser(Browser(client), of: colleague)
      let paths = [
        "/profile/appointments", "/profile/slots", "/listings", "/practitioners/\(fixture.member.id)",
        "/profile",
        link, fixture.choosing,
      ]
      for path in paths {
        for text in [try await other.get(path).text, try await seeker.get(path).text] {
          for word in ["Sam Lee", "sam@example.org", "0412"] { #expect(!text.contains(word), "\(path)") }
        }
      }
      _ = try await seeker.post("\(link)/cancel", "choice=cancel")
      #expect(try await !member.get("/profile/appointments").text.contains("Sam Lee"))
    }
  }
}
