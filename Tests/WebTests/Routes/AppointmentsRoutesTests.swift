import Domain
import Foundation
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite struct `A member's own list of who asks for a time` {
  private static let page = "/profile/appointments"

  /// The pages of the requests in a member's list.
  private func waiting(_ browser: inout Browser) async throws -> [String] {
    try await browser.get(Self.page).text.matches(of: #/href="(/profile/appointments/requests/[a-z2-7]+)"/#)
      .map { String($0.1) }
  }

  /// Three practitioners who publish no times, and a seeker who asks them one after another.
  private func asking(
    _ work: @escaping @Sendable (SiteFixture, Browser, [Practitioner]) async throws -> Void
  ) async throws {
    let fixture = try await SiteFixture()
    try await fixture.addHelpers(2...4)
    try await fixture.test { client in
      var seeker = Browser(client)
      let numbers = matched(try await seeker.lookForHelp().text)
        .compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
      _ = try await seeker.askForTime(numbers[0], "&next=yes")
      _ = try await seeker.post(fixture.requestLink(), "choice=confirm")
      try await work(fixture, seeker, try numbers.map { try SiteFixture.practitioner(number: $0) })
    }
  }

  @Test func `shows what the email's page shows, and is answered there in the same way`() async throws {
    try await asking { fixture, seeker, members in
      var browser = try await fixture.browser(Browser(seeker.client), of: members[0])
      #expect(try await browser.get("/profile").text.contains("One request waits for your answer."))
      let (list, path) = (
        try await browser.get(Self.page).text, try #require(try await waiting(&browser).first)
      )
      #expect(list.contains("id=\"requests\"") && list.contains("(Sydney time)"))
      for words in ["I am 18 or older", "Any Friday"] { #expect(list.contains(words)) }
      let before = await fixture.store.writeTransactions
      let page = try await browser.get(path).text
      #expect(await fixture.store.writeTransactions == before)
      // Both pages are one, but for where their forms go and whether the visitor is signed in.
      var other = Browser(seeker.client)
      let emailed = try await other.get(fixture.requestLink(.practitioner(1))).text
      #expect(shown(page) == shown(emailed))
      for word in ["Sam", "sam@", "0412"] { #expect(!(list + page).contains(word), "\(word)") }

      let time = try #require(SiteFixture.times(in: page).first)
      let wrong = try await browser.submit(
        path, "choice=offer&slot=\(time)&meeting=video&minutes=5", from: path)
      #expect(wrong.status == 400 && wrong.text.contains("href=\"#minutes\""))
      let offer = "choice=offer&slot=\(time)&meeting=video&minutes=50"
      #expect(try await browser.post(path, offer).status == 403)
      #expect(try await browser.submit(path, offer, from: path).location == path)
      #expect(try await browser.get(path).text.contains("The time is booked"))
      #expect(try await waiting(&browser).isEmpty)
      #expect(try await browser.get(Self.page).text.contains("Sam Lee"))
      #expect(try await !browser.get("/profile").text.contains("your answer"))
      #expect(try await fixture.requestEmails(.bookingNews).count == 2)
    }
  }

  /// The words of a page's main part.
  private func shown(_ page: String) -> [Substring] {
    let main = page.split(separator: "<main").last ?? ""
    return main.replacing(#/<[^>]*>/#, with: "\n").split(whereSeparator: \.isNewline)
  }

  @Test func `shows a request to whoever is asked, and to no other member`() async throws {
    try await asking { fixture, seeker, members in
      var browsers: [Browser] = []
      for member in members {
        browsers.append(try await fixture.browser(Browser(seeker.client), of: member))
      }
      let path = try #require(try await waiting(&browsers[0]).first)
      for number in [1, 2] {
        #expect(try await waiting(&browsers[number]).isEmpty)
        #expect(try await browsers[number].get(path).status == 404)
        #expect(try await browsers[number].submit(path, "choice=no").status == 404)
      }
      #expect(try await browsers[0].submit(path, "choice=no", from: path).location == path)
      #expect(try await browsers[0].get(path).text.contains("Thank you for answering"))
      #expect(try await waiting(&browsers[1]) == [path])
      #expect(try await browsers[2].get(path).status == 404)
      _ = try await browsers[1].submit(path, "choice=full&listing=6-months", from: path)
      let id = members[1].id
      #expect(try await fixture.store.read { try $0.wait(of: id)?.period } == .sixMonths)
      #expect(try await waiting(&browsers[2]) == [path])
      fixture.pass(TimeRequest.answerLasts)
      #expect(try await waiting(&browsers[2]).isEmpty)
      var stranger = Browser(seeker.client)
      #expect(try await stranger.get(path).location?.hasPrefix("/sign-in") == true)
      #expect(try await browsers[0].get("/profile/appointments/requests/x").status == 404)
    }
  }
}

@Suite struct `An appointment that was asked for` {
  @Test func `is moved by its practitioner to a time of the short list, or to their own`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.openToRequests()
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.askForTime()
      _ = try await browser.post(fixture.requestLink(), "choice=confirm")
      let answering = try await fixture.requestLink(.practitioner(1))
      let listed = SiteFixture.times(in: try await browser.get(answering).text)
      _ = try await browser.post(answering, "choice=offer&slot=\(listed[0])&meeting=video&minutes=40")
      let link = try await fixture.bookingLink(.practitioner)
      let page = try await browser.get("\(link)/move").text
      #expect(SiteFixture.times(in: page).first == listed[1] && page.contains("Any Friday"))
      #expect(page.contains("value=\"video\" selected") && page.contains("value=\"40\""))
      for (sent, status) in [("", 400), ("&slot=other&day=2026-11-30&time=09%3A00", 400), ("&slot=x", 400)] {
        let back = try await browser.post("\(link)/move", "choice=move&meeting=phone&minutes=45\(sent)")
        #expect(back.status == status && back.text.contains("value=\"45\""), "\(sent)")
      }
      #expect(
        try await browser.post("\(link)/move", "slot=\(listed[1])&meeting=phone&minutes=45").status == 400)

      let typed = "choice=move&slot=other&day=2026-12-10&time=10%3A00&meeting=phone&minutes=45"
      for (number, sent) in ["choice=move&slot=\(listed[1])&meeting=video&minutes=40", typed].enumerated() {
        fixture.pass(60)
        #expect(try await browser.post("\(link)/move", sent).location == link)
        let news = try await fixture.bookingEmails().filter { $0.email.appointment?.sequence == number + 1 }
        #expect(news.map(\.email.kind).filter { $0 == .bookingNews }.count == 2)
      }
      #expect(try await browser.get(link).text.contains("10:00 am to 10:45 am (Sydney time)"))
      #expect(Set(try await fixture.bookingEmails().compactMap(\.email.appointment?.booking)).count == 1)
      // Its seeker asks for another, as before.
      let seekers = try await fixture.bookingLink()
      #expect(try await browser.get("\(seekers)/move").text.contains("href=\"\(seekers)/another\""))
    }
  }

  @Test func `is moved to no time that its practitioner has given to somebody else`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.openToRequests()
    try await fixture.test { client in
      var browser = Browser(client)
      var times: [String] = []
      for number in 0..<2 {
        fixture.pass(60)
        _ = try await browser.askForTime()
        _ = try await browser.post(fixture.requestLink(), "choice=confirm")
        let answering = try await fixture.requestLink(.practitioner(1))
        times.append(try #require(SiteFixture.times(in: try await browser.get(answering).text).first))
        _ = try await browser.post(
          answering, "choice=offer&slot=\(times[number])&meeting=video&minutes=50")
      }
      #expect(times[0] != times[1])
      let link = try await fixture.bookingLink(.practitioner)
      let back = try await browser.post(
        "\(link)/move", "choice=move&slot=\(times[1])&meeting=video&minutes=50")
      #expect(back.status == 409 && back.text.contains("You have something else at that time"))
      #expect(try await fixture.bookingEmails().allSatisfy { $0.email.appointment?.sequence == 0 })
    }
  }
}
