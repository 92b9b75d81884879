import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite struct `A request for a time on the site` {
  private func open() async throws -> SiteFixture {
    let fixture = try await SiteFixture()
    try await fixture.openToRequests()
    return fixture
  }

  @Test func `is offered where no time is free, and a choice of times where some are`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.addHelpers(2...3)
    try await fixture.test { client in
      var browser = Browser(client)
      let matches = try await browser.lookForHelp().text
      #expect(matches.contains("Ask for a time") && !matches.contains("Free times"))
      // How to write to a practitioner is theirs to say once something is arranged.
      #expect(!matches.contains("@example.com"))
      let page = try await browser.get(fixture.asking(2)).text
      for words in [
        "Ask Dr Example 2 for a time", "13 11 14", "90 days", "ask the next one who fits", "Worry",
      ] {
        #expect(page.contains(words), "\(words)")
      }
      let id = try SiteFixture.practitioner(number: 2).id
      let (none, asking) = (
        try await browser.get("/bookings/new?practitioner=\(id)").text, try fixture.asking(2)
      )
      #expect(none.contains("href=\"\(asking)\"") && none.contains("href=\"/find/matches\""))
      var stranger = Browser(client)
      let alone = try await stranger.get(fixture.asking(2)).text
      #expect(!alone.contains("ask the next one who fits"))
      let closed = try await stranger.get(fixture.asking(1))
      #expect(closed.status == 404)
      #expect(try await stranger.get("/requests/new?practitioner=x").status == 404)
    }
    try await fixture.openToSeekers()
    try await fixture.test { client in
      var browser = Browser(client)
      let (asking, choosing) = (try await browser.get(fixture.asking(1)), fixture.choosing)
      #expect(asking.location == choosing)
      let asked = try await browser.askForTime(1)
      #expect(asked.location == choosing)
    }
  }

  @Test func `goes from a form to a booked time, and emails a practitioner only once it is confirmed`()
    async throws
  {
    let fixture = try await open()
    try await fixture.test { client in
      var (seeker, practitioner) = (Browser(client), Browser(client))
      #expect(try await seeker.askForTime().location == "/requests/sent")
      #expect(try await fixture.requestEmails().map(\.recipient.key) == ["sam@example.org"])
      let link = try await fixture.requestLink()
      let answering = try await fixture.requestLink(.practitioner(1))
      #expect(try await practitioner.get(answering).text.contains("No answer is needed any more"))
      #expect(try await seeker.get(link).text.contains("Yes, ask them"))
      #expect(try await seeker.post(link, "").status == 400)
      #expect(try await fixture.requestEmails().count == 1)
      #expect(try await seeker.post(link, "choice=confirm").location == link)
      #expect(try await seeker.get(link).text.contains("Dr Example 1 has been asked"))
      #expect(try await fixture.requestEmails(.request).count == 1)

      let page = try await practitioner.get(answering).text
      #expect(page.contains("Any Friday") && page.contains("I am 18 or older"))
      for word in ["Sam", "sam@", "0412"] { #expect(!page.contains(word), "\(word)") }
      let time = try #require(SiteFixture.times(in: page).first)
      let offer = "slot=\(time)&meeting=video&minutes=50"
      #expect(try await practitioner.post(answering, offer).status == 400)
      #expect(try await practitioner.post(answering, "choice=offer&\(offer)").location == answering)
      #expect(try await practitioner.get(answering).text.contains("The time is booked"))
      let kinds = try await fixture.requestEmails().map(\.email.kind)
      #expect(kinds.filter { $0 == .bookingNews }.count == 2)
      let booked = try await seeker.get(link).text
      let booking = try #require(booked.firstMatch(of: #/href="(/b/[a-z2-7]+)"/#)?.1)
      #expect(try await seeker.get(String(booking)).text.contains("This appointment is booked"))
    }
  }

  @Test func `another time is asked for by the seeker, who keeps no part of the first`() async throws {
    let fixture = try await open()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.askForTime()
      _ = try await browser.post(fixture.requestLink(), "choice=confirm")
      let answering = try await fixture.requestLink(.practitioner(1))
      let typed = "choice=offer&slot=other&day=2026-12-10&time=10%3A00&meeting=phone&minutes=50"
      #expect(try await browser.post(answering, typed).status == 303)
      let entry = try #require(try await fixture.requestEmails(.bookingNews).first)
      let booking = try #require(entry.email.appointment?.booking)
      let token = LinkToken(
        .booking, subject: booking, choice: BookingSide.seeker.code,
        expiresAt: SiteFixture.start + 400 * 86_400)
      let link = "/b/" + fixture.keys.seal(token)
      #expect(try await browser.get("\(link)/move").text.contains("href=\"\(link)/another\""))
      #expect(try await browser.get("\(link)/another").text.contains("Any Friday"))
      #expect(try await browser.post("\(link)/another", "wishes=x").status == 400)
      let long = String(repeating: "x", count: 301)
      #expect(try await browser.post("\(link)/another", "choice=another&wishes=\(long)").status == 400)
      fixture.pass(60)
      let asked = try await browser.press("\(link)/another", "choice=another&wishes=Mornings")
      #expect(asked.text.contains("Dr Example 1 has been asked"))
      #expect(try await browser.get(link).text.contains("This appointment is cancelled"))
      #expect(try await browser.get(answering).text.contains("Times that suit them: Mornings"))
      #expect(try await fixture.requestEmails(.request).count == 2)
      let practitioners = LinkToken(
        .booking, subject: booking, choice: BookingSide.practitioner.code,
        expiresAt: SiteFixture.start + 400 * 86_400)
      let other = "/b/" + fixture.keys.seal(practitioners)
      _ = try await browser.post("\(other)/another", "choice=another")
      #expect(try await fixture.requestEmails(.request).count == 2)
    }
  }

  @Test func `a no asks the next who fits, "I'm full" changes the listing, and the last no ends it`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.addHelpers(2...4)
    try await fixture.test { client in
      var browser = Browser(client)
      let names = matched(try await browser.lookForHelp().text)
      let numbers = names.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
      #expect(try await browser.askForTime(numbers[0], "&next=yes").status == 303)
      _ = try await browser.post(fixture.requestLink(), "choice=confirm")
      let presses = ["choice=no", "choice=full&listing=closed", "choice=full&listing=6-months"]
      for (part, press) in presses.enumerated() {
        let link = try await fixture.requestLink(.practitioner(part + 1))
        fixture.pass(60)
        #expect(try await browser.get("\(link)/no").text.contains("Not this one"))
        #expect(try await browser.post(link, press).location == link)
        #expect(try await browser.get(link).text.contains("Thank you for answering"))
        _ = try await browser.post(link, "choice=no")
      }
      let asked = try await fixture.requestEmails(.request).map(\.recipient.key)
      #expect(Set(asked).count == 3)
      #expect(try await fixture.requestEmails(.requestNews).count == 3)
      let over = try await browser.get(fixture.requestLink()).text
      #expect(over.contains("No time has come of it") && over.contains("href=\"/find\""))
      let ids = try numbers.map { try SiteFixture.practitioner(number: $0).id }
      let waits = try await fixture.store.read { record in try ids.map { try record.wait(of: $0)?.period } }
      #expect(waits == [.oneMonth, .closed, .sixMonths])
    }
  }

  @Test func `a form that is wrong comes back as it was filled in`() async throws {
    let fixture = try await open()
    try await fixture.test { client in
      var browser = Browser(client)
      let long = String(repeating: "y", count: 301)
      let back = try await browser.post(
        "/requests/new",
        "practitioner=\(fixture.member.id)&name=Sam+%3CLee%3E&email=sam&phone=12&standing=x&wishes=\(long)")
      #expect(
        back.status == 400 && back.text.contains("value=\"Sam &lt;Lee&gt;\"") && back.text.contains(long))
      for field in ["email", "phone", "standing", "wishes", "agree"] {
        #expect(back.text.contains("href=\"#\(field)\""), "\(field)")
      }
      #expect(try await browser.send(.post, "/requests/new", "", site: "cross-site").status == 403)
      _ = try await browser.askForTime()
      _ = try await browser.post(fixture.requestLink(), "choice=confirm")
      let answering = try await fixture.requestLink(.practitioner(1))
      for (sent, field) in [
        ("", "slot"), ("&slot=other", "day"), ("&slot=other&day=2026-12-10&time=x", "time"),
        ("&slot=\(SiteFixture.start.milliseconds)", "slot"),
        ("&slot=other&day=2026-11-30&time=09%3A00", "day"),
      ] {
        let back = try await browser.post(answering, "choice=offer&meeting=video&minutes=45\(sent)")
        #expect(back.status == 400 && back.text.contains("href=\"#\(field)\""), "\(sent)")
        #expect(back.text.contains("value=\"45\""))
      }
      #expect(try await browser.post(answering, "choice=offer&slot=1&minutes=50").text.contains("#meeting"))
    }
  }

  @Test func `taken back or too late, it says so, and a GET writes nothing`() async throws {
    let fixture = try await open()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.askForTime()
      let (link, answering) = (
        try await fixture.requestLink(), try await fixture.requestLink(.practitioner(1))
      )
      _ = try await browser.post(link, "choice=confirm")
      let before = await fixture.store.writeTransactions
      for path in [link, answering, "\(answering)/no", "\(answering)/full"] {
        #expect(try await browser.get(path).status == 200)
      }
      #expect(await fixture.store.writeTransactions == before)
      #expect(try await browser.post(answering, "choice=withdraw").status == 400)
      #expect(try await browser.post(link, "choice=no").status == 400)
      #expect(try await browser.post(link, "choice=withdraw").location == link)
      #expect(try await browser.get(link).text.contains("You took this request back"))
      #expect(try await browser.get(answering).text.contains("needs no time any more"))
      #expect(try await browser.get("/q/nonsense").status == 410)
    }
    let late = try await open()
    try await late.test { client in
      var browser = Browser(client)
      _ = try await browser.askForTime()
      let link = try await late.requestLink()
      late.pass(Booking.linkLasts)
      #expect(try await browser.get(link).status == 410)
      _ = try await browser.post(link, "choice=confirm")
      #expect(try await late.requestEmails(.request).isEmpty)
    }
  }
}
