import Domain
import Foundation
import HummingbirdTesting
import Testing

@testable import Store
@testable import Web

@Suite struct `Times offered by the link of a digest` {
  private static let offer = "choice=offer&when=weekly-2&time=09%3A00&minutes=50&mode=video"

  private static func link(
    _ fixture: SiteFixture, of member: Practitioner? = nil, _ purpose: LinkToken.Purpose = .offering
  ) -> String {
    let token = LinkToken(
      purpose, subject: (member ?? fixture.member).id, expiresAt: SiteFixture.start + 45 * 86_400)
    return "/t/" + fixture.keys.seal(token)
  }

  private func offers(_ fixture: SiteFixture) async throws -> [SlotOffer] {
    let id = fixture.member.id
    return try await fixture.store.read { try $0.slotBook(of: id) }.offers
  }

  @Test func `need no sign-in, are published by a press alone, and taken back by another`() async throws {
    let fixture = try await SiteFixture()
    let link = Self.link(fixture)
    try await fixture.test { client in
      var browser = Browser(client)
      let before = await fixture.store.writeTransactions
      let page = try await browser.get(link)
      #expect(page.status == 200 && page.text.contains("Sydney time"))
      #expect(page.text.contains("Nobody sees these yet") && !page.text.contains("What you offer now"))
      #expect(await fixture.store.writeTransactions == before)

      let sent = try #require(try await browser.post(link, Self.offer).location)
      #expect(sent.hasPrefix(link + "/") && sent.count == 2 * link.count - 2)
      let offered = try await browser.get(sent).text
      #expect(offered.contains("Every Wednesday at 9:00 am") && offered.contains("50 minutes · By video"))
      #expect(try await offers(fixture).count == 1)
      #expect(try await browser.get(link).text.contains("Every Wednesday at 9:00 am"))

      #expect(try await browser.post(sent, "").status == 400)
      #expect(try await offers(fixture).count == 1)
      for _ in 0..<2 {
        #expect(try await browser.post(sent, "choice=undo").location == sent)
        #expect(try await offers(fixture).isEmpty)
      }
      #expect(try await browser.get(sent).text.contains("you do not offer that time any more"))
      #expect(browser.cookies.isEmpty)
    }
  }

  @Test(arguments: [
    ("when=once&day=2027-01-01&time=nine&minutes=45&mode=phone", "time", ["nine", "45", "2027-01-01"]),
    ("when=weekly-2&time=09%3A00&minutes=5000&mode=video", "minutes", ["09:00", "5000"]),
    ("when=once&day=2020-01-01&time=09%3A00&minutes=50&mode=video", "day", ["2020-01-01"]),
    ("when=weekly-2&time=09%3A00&minutes=50&mode=in-person&place=Elsewhere", "place", ["09:00"]),
  ])
  func `come back as they were typed, with what is wrong beside its field`(
    typed: String, field: String, values: [String]
  ) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let back = try await browser.post(Self.link(fixture), "choice=offer&\(typed)")
      #expect(back.status == 400 && back.text.contains("<title>Error: Offer times"))
      #expect(back.text.contains("href=\"#\(field)\""))
      for value in values { #expect(back.text.contains("value=\"\(value)\""), "\(value)") }
      #expect(try await offers(fixture).isEmpty)
    }
  }

  @Test func `are not published by what a script sends, another site, or whoever presses without end`()
    async throws
  {
    let fixture = try await SiteFixture()
    let link = Self.link(fixture)
    try await fixture.test { client in
      var browser = Browser(client)
      for body in ["", "when=weekly-2&time=09%3A00&minutes=50&mode=video", "choice=undo", "choice=offer"] {
        #expect(try await browser.post(link, body).status == 400, "\(body)")
      }
      #expect(try await browser.post(link, Self.offer, site: "cross-site").status == 403)
      #expect(try await offers(fixture).isEmpty)
      let result = try #require(try await browser.post(link, Self.offer).location)
      #expect(try await browser.post(result, "choice=undo", site: "cross-site").status == 403)
      #expect(try await browser.post(link, Self.offer).text.contains("begins then already"))
      #expect(try await offers(fixture).count == 1)
      var statuses: Set<Int> = []
      for _ in 0..<60 { statuses.insert(try await browser.post(link, Self.offer).status) }
      #expect(statuses == [400, 429])
    }
  }

  @Test func `are a member's own: no other link opens them, nor one that is too old or of who has left`()
    async throws
  {
    let fixture = try await SiteFixture()
    let other = try SiteFixture.practitioner(number: 2)
    try await fixture.add(other, wait: SiteFixture.before)
    let (link, theirs) = (Self.link(fixture), Self.link(fixture, of: other))
    try await fixture.test { client in
      var browser = Browser(client)
      for purpose in LinkToken.Purpose.allCases where purpose != .offering {
        #expect(try await browser.get(Self.link(fixture, purpose)).status == 404, "\(purpose)")
      }
      let result = try #require(try await browser.post(link, Self.offer).location)
      let part = try #require(result.split(separator: "/").last)
      for path in ["\(theirs)/nonsense", "\(theirs)/\(link.dropFirst(3))", "\(link)/\(link.dropFirst(3))"] {
        #expect(try await browser.get(path).status == 404)
        #expect(try await browser.post(path, "choice=undo").status == 404)
      }
      _ = try await browser.post("\(theirs)/\(part)", "choice=undo")
      #expect(try await offers(fixture).count == 1, "a colleague takes back nothing of the member's")

      try await fixture.store.perform({ _ in }) {
        Decision((), changes: [.standingSet(other.id, .suspended)])
      }
      #expect(try await browser.post(theirs, Self.offer).status == 404)
      fixture.pass(86_400)
      #expect(try await browser.get(result).location == link)
      #expect(try await browser.post(result, "choice=undo").location == link)
      #expect(try await offers(fixture).count == 1, "too late to be taken back here")
      fixture.pass(44 * 86_400)
      let late = try await browser.get(link)
      #expect(late.status == 410 && late.text.contains("href=\"/profile/slots\""))
      #expect(try await browser.post(link, Self.offer).status == 410)
      #expect(try await offers(fixture).count == 1)
    }
  }

  @Test func `show nothing of who has booked one`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.openToSeekers()
    let link = Self.link(fixture)
    try await fixture.test { client in
      var seeker = Browser(client)
      _ = try await seeker.book(2, fixture)
      var browser = Browser(client)
      let page = try await browser.get(link).text
      let offered = try await browser.press(link, Self.offer.replacing("09%3A00", with: "17%3A30")).text
      #expect(page.contains("Every Monday at 9:00 am") && !page.contains("Nobody sees these yet"))
      #expect(offered.contains("5:30 pm"))
      for word in ["Sam Lee", "sam@example.org", "0412", "/b/"] {
        #expect(!page.contains(word) && !offered.contains(word), "\(word)")
      }
    }
  }
}
