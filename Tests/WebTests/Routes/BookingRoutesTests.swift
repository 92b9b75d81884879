import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Store
import Testing

@testable import Web

@Suite struct `A booking on the site` {
  private func open() async throws -> SiteFixture {
    let fixture = try await SiteFixture()
    try await fixture.openToSeekers()
    return fixture
  }

  @Test func `goes from a choice to a confirmation, and emails the practitioner only then`() async throws {
    let fixture = try await open()
    try await fixture.test { client in
      var browser = Browser(client)
      let page = try await browser.get(fixture.choosing).text
      #expect(page.contains("13 11 14") && page.contains("Sydney time"))
      let held = try await browser.hold(3, fixture)
      #expect(held.status == 303 && held.location == "/bookings/details")
      let details = try await browser.get("/bookings/details").text
      #expect(details.contains("Dr Example 1") && details.contains("13 11 14") && details.contains("90 days"))
      #expect(try await fixture.bookingEmails().isEmpty)
      #expect(try await browser.post("/bookings/details", Browser.details).location == "/bookings/sent")
      #expect(try await fixture.bookingEmails().map(\.recipient.key) == ["sam@example.org"])
      let link = try await fixture.bookingLink()
      #expect(try await browser.get(link).text.contains("Yes, book it"))
      #expect(try await browser.post(link, "").status == 400)
      #expect(try await browser.post(link, "choice=confirm").location == link)
      #expect(try await browser.get(link).text.contains("This appointment is booked"))
      let kinds = try await fixture.bookingEmails().map(\.email.kind)
      #expect(kinds.count == 4 && kinds.filter { $0 == .bookingNews }.count == 2)
      #expect(kinds.contains(.bookingConfirm) && kinds.contains(.bookingReminder))
      #expect(!SiteFixture.times(in: try await browser.get(fixture.choosing).text).contains(held.text))
    }
  }

  @Test func `moves and is cancelled by its links, and nothing of it can be done twice`() async throws {
    let fixture = try await open()
    try await fixture.test { client in
      var browser = Browser(client)
      let link = try await browser.book(2, fixture)
      let times = SiteFixture.times(in: try await browser.get("\(link)/move").text)
      #expect(try await browser.post("\(link)/move", "slot=\(times[9])").status == 400)
      #expect(try await browser.post("\(link)/move", "choice=move").text.contains("Choose a time"))
      #expect(try await browser.post("\(link)/move", "choice=move&slot=\(times[9])").location == link)
      let moved = try #require(try await fixture.bookingEmails().last { $0.email.appointment?.sequence == 1 })
      #expect(moved.email.appointment?.slot.start.milliseconds == Int64(times[9]))
      #expect(try await browser.get("\(link)/cancel").text.contains("Yes, cancel it"))
      #expect(try await browser.post("\(link)/cancel", "").status == 400)
      #expect(try await browser.post("\(link)/cancel", "choice=cancel").location == link)
      #expect(try await browser.get(link).text.contains("This appointment is cancelled"))
      let count = try await fixture.bookingEmails().count
      _ = try await browser.post("\(link)/cancel", "choice=cancel")
      _ = try await browser.post("\(link)/move", "choice=move&slot=\(times[3])")
      _ = try await browser.post(link, "choice=confirm")
      #expect(try await fixture.bookingEmails().count == count)
      #expect(SiteFixture.times(in: try await browser.get(fixture.choosing).text).contains(times[9]))
    }
  }

  @Test func `of fifty clients that race, one has the time, and the others are offered the next`()
    async throws
  {
    let fixture = try await open()
    try await fixture.test { client in
      for round in 0..<4 {
        let times = SiteFixture.times(in: try await Browser(client).getOnce(fixture.choosing))
        let body = "practitioner=\(fixture.member.id)&slot=\(times[0])"
        let answers = try await withThrowingTaskGroup(of: Browser.Answer.self) { group in
          for number in 0..<50 {
            group.addTask {
              try await Browser(client).post("/bookings/new", body, from: "10.\(round).\(number).1")
            }
          }
          return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers.count { $0.status == 303 } == 1)
        let others = answers.filter { $0.status == 409 }
        #expect(others.count == 49)
        #expect(
          others.allSatisfy {
            $0.text.contains("Somebody else has just taken that time")
              && SiteFixture.times(in: $0.text).first == times[1]
          })
      }
    }
  }

  @Test func `one's own hold is never in the way, and ends after a quarter of an hour`() async throws {
    let fixture = try await open()
    try await fixture.test { client in
      var (browser, other) = (Browser(client), Browser(client))
      let first = SiteFixture.times(in: try await browser.get(fixture.choosing).text)[0]
      #expect(try await browser.hold(0, fixture).status == 303)
      #expect(SiteFixture.times(in: try await browser.get(fixture.choosing).text)[0] == first)
      #expect(SiteFixture.times(in: try await other.get(fixture.choosing).text)[0] != first)
      #expect(try await browser.hold(0, fixture).status == 303)
      #expect(try await browser.post("/bookings/details", Browser.details).location == "/bookings/sent")
      #expect(try await browser.hold(0, fixture).status == 303)
      fixture.pass(15 * 60)
      #expect(SiteFixture.times(in: try await other.get(fixture.choosing).text)[0] == first)
      #expect(try await browser.get("/bookings/details").location == "/bookings/new?over=1")
      #expect(try await browser.post("/bookings/details", Browser.details).location == "/bookings/new?over=1")
    }
  }

  @Test func `a form that is wrong comes back as it was filled in`() async throws {
    let fixture = try await open()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.hold(0, fixture)
      let back = try await browser.post(
        "/bookings/details", "name=Sam+%3CLee%3E&email=sam&phone=12&standing=youth")
      #expect(back.status == 400 && back.text.contains("value=\"Sam &lt;Lee&gt;\""))
      for field in ["email", "phone", "standing", "agree"] {
        #expect(back.text.contains("href=\"#\(field)\""))
      }
      #expect(try await fixture.bookingEmails().isEmpty)
      let missing = try await browser.post("/bookings/new", "practitioner=\(fixture.member.id)")
      #expect(missing.status == 400 && missing.text.contains("Choose a time"))
    }
  }

  @Test func `requests that nobody confirms email the address that asked alone, three times a day`()
    async throws
  {
    let fixture = try await open()
    try await fixture.test { client in
      for attempt in 0..<5 {
        var browser = Browser(client)
        _ = try await browser.hold(attempt, fixture)
        #expect(try await browser.post("/bookings/details", Browser.details).location == "/bookings/sent")
        fixture.pass(301)
      }
      let emails = try await fixture.bookingEmails()
      #expect(emails.map(\.recipient.key) == Array(repeating: "sam@example.org", count: 3))
    }
  }

  @Test func `a thousand requests from one network are slowed, and shut nobody else out`() async throws {
    let fixture = try await open()
    try await fixture.test { client in
      let times = SiteFixture.times(in: try await Browser(client).getOnce(fixture.choosing))
      let body = "practitioner=\(fixture.member.id)&slot=\(times[0])"
      var statuses: [Int: Int] = [:]
      for _ in 0..<1_000 {
        statuses[
          try await Browser(client).post("/bookings/new", body, from: "192.0.2.7").status, default: 0] += 1
      }
      #expect(statuses == [303: 1, 409: 59, 429: 940])
      let next = "practitioner=\(fixture.member.id)&slot=\(times[1])"
      #expect(try await Browser(client).post("/bookings/new", next, from: "198.51.100.7").status == 303)
      fixture.pass(10)
      #expect(try await Browser(client).post("/bookings/new", next, from: "192.0.2.7").status == 409)
    }
  }

  @Test func `is not possible with whoever takes none, nor from another site`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let closed = try await browser.get(fixture.choosing)
      #expect(closed.status == 404)
      #expect(try await browser.get("/bookings/new").status == 404)
      let body = "practitioner=\(fixture.member.id)&slot=1796000400000"
      #expect(try await browser.post("/bookings/new", body).status == 404)
      #expect(try await browser.post("/bookings/new", body, site: "cross-site").status == 403)
      #expect(try await browser.post("/bookings/details", Browser.details, site: "cross-site").status == 403)
      #expect(try await browser.get("/b/abc").status == 410)
    }
  }

  @Test func `is shown by a GET that writes nothing, to a practitioner without a word of who booked`()
    async throws
  {
    let fixture = try await open()
    try await fixture.test { client in
      var browser = Browser(client)
      let link = try await browser.book(2, fixture)
      let practitioner = try await fixture.bookingLink(.practitioner)
      let before = await fixture.store.writeTransactions
      for path in [link, practitioner] {
        for page in ["", "/move", "/cancel"] {
          let text = try await browser.get(path + page).text
          for word in ["Sam", "sam@", "0412"] { #expect(!text.contains(word), "\(page)") }
          #expect(text.contains("13 11 14") == (path == link), "\(page)")
        }
      }
      _ = try await browser.get(fixture.choosing)
      _ = try await browser.get("/bookings/details")
      #expect(await fixture.store.writeTransactions == before)
    }
  }

  @Test func `a seeker's time to change it ends, a practitioner's does not`() async throws {
    let fixture = try await open()
    try await fixture.test { client in
      var browser = Browser(client)
      let link = try await browser.book(2, fixture)
      let practitioner = try await fixture.bookingLink(.practitioner)
      let slot = try #require(try await fixture.bookingEmails().first?.email.appointment?.slot)
      fixture.pass(slot.start.timeIntervalSince(fixture.site.now()) - 24 * 3_600)
      #expect(try await browser.get(link).text.contains("too near"))
      #expect(try await browser.get("\(link)/cancel").text.contains("member1@example.com"))
      _ = try await browser.post("\(link)/cancel", "choice=cancel")
      #expect(try await browser.get(link).text.contains("is booked"))
      _ = try await browser.post("\(practitioner)/cancel", "choice=cancel")
      #expect(try await browser.get(link).text.contains("is cancelled"))
    }
  }
}

extension Browser {
  /// A page, with nothing kept.
  fileprivate func getOnce(_ path: String) async throws -> String {
    var copy = self
    return try await copy.get(path).text
  }

  /// Posts from a network of its own, with nothing kept.
  fileprivate func post(_ path: String, _ body: String, from network: String) async throws -> Answer {
    let response = try await client.executeRequest(
      uri: path, method: .post,
      headers: [
        .contentType: "application/x-www-form-urlencoded",
        try #require(HTTPField.Name("X-Forwarded-For")): network,
      ], body: ByteBuffer(string: body))
    return Answer(
      status: response.status.code, text: String(buffer: response.body),
      location: response.headers[.location], headers: response.headers)
  }
}
