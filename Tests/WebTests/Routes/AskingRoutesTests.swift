import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct `The buttons of a referral` {
  private static let answers: [ReferralAnswer] = [.yes(from: nil), .yes(from: .oneMonth), .no, .full]

  private func withReferral(
    _ work: @escaping @Sendable (SiteFixture, any TestClientProtocol) async throws -> Void
  ) async throws {
    let fixture = try await SiteFixture()
    try await fixture.addColleagues(2...3)
    try await fixture.test { client in
      _ = try await fixture.refer(client, to: [2])
      try await work(fixture, client)
    }
  }

  @Test func `are opened by scanners and no write transaction begins`() async throws {
    try await withReferral { fixture, client in
      let before = await fixture.store.writeTransactions
      var scanner = Browser(client)
      for answer in Self.answers + [nil] as [ReferralAnswer?] {
        for method in [HTTPRequest.Method.get, .head, .options] {
          let page = try await scanner.send(method, try await fixture.link(answer, to: 2), "")
          if method == .get { #expect(page.status == 200 && page.text.contains("Broken Hill NSW 2880")) }
        }
      }
      #expect(await fixture.store.writeTransactions == before)
    }
  }

  @Test func `act once pressed, and the browser that pressed can change it and take it back`() async throws {
    for answer in Self.answers {
      try await withReferral { fixture, client in
        let link = try await fixture.link(answer, to: 2)
        var (person, other) = (Browser(client), Browser(client))
        let page = try await person.press(link, "answer=\(answer.slug)").text
        let label = answer.label.replacing("'", with: "&#39;")
        #expect(page.contains("<h1>Thank you: \(label)</h1>"))
        #expect(try await fixture.wait(of: 2) == (answer == .full ? .closed : .oneMonth))
        let result = try #require(hidden("result", in: page))
        #expect(try await other.post("\(link)/undo", "result=\(result)").status == 403)
        #expect(try await person.post("\(link)/undo", "result=forged").status == 403)
        let changed = try await person.press(link, "answer=no&result=\(result)").text
        #expect(changed.contains("<h1>Thank you: Not now</h1>"))
        let undone = try await person.post("\(link)/undo", "result=\(result)")
        #expect(undone.text.contains("<h1>Your answer is taken back</h1>"))
        #expect(try await fixture.wait(of: 2) == .oneMonth)
        var referrer = try await fixture.browser(client, of: 1)
        #expect(try await referrer.get("/referrals").text.contains("Dr Example 2: Waits for an answer<"))
      }
    }
  }

  @Test func `say of the listing what is chosen on the page, where one is full`() async throws {
    try await withReferral { fixture, client in
      var person = Browser(client)
      let link = try await fixture.link(.full, to: 2)
      let page = try await person.get(link).text
      #expect(page.contains("<option value=\"closed\" selected>"))
      let answered = try await person.press(link, "answer=full&listing=6-months").text
      #expect(answered.contains("Colleagues see now:") && answered.contains("Within 6 months"))
      #expect(try await fixture.wait(of: 2) == .sixMonths)
      let two = try SiteFixture.id(2)
      #expect(fixture.store.directory[two]?.wait?.means == .email)
    }
  }

  @Test func `pressed by a robot in any order change nothing, and the person after it succeeds`() async throws
  {
    for answers in [Self.answers, Self.answers.reversed()] {
      try await withReferral { fixture, client in
        var robot = Browser(client)
        for answer in answers {
          let link = try await fixture.link(answer, to: 2)
          _ = try await robot.get(link)
          _ = try await robot.post(link, "answer=\(answer.slug)")
          fixture.pass(2)
        }
        #expect(try await fixture.wait(of: 2) == .oneMonth)
        var person = Browser(client)
        let link = try await fixture.link(.no, to: 2)
        let page = try await person.get(link).text
        #expect(page.contains("mail scanner") && !page.contains("checked"))
        #expect(try await person.post(link, "confirming=yes").text.contains("Choose one of the answers"))
        let done = try await person.press(link, "confirming=yes&answer=yes-2-weeks&listing=closed").text
        #expect(done.contains("Thank you: Yes, within 2 weeks"))
        #expect(try await fixture.wait(of: 2) == .oneMonth, "only “I'm full” says anything of the listing")
      }
    }
  }

  @Test func `press themselves in a known browser, but never that one is full`() async throws {
    try await withReferral { fixture, client in
      let entry = BrowserKnowledge.Entry(
        practitioner: try SiteFixture.id(2), email: nil, at: SiteFixture.start)
      let cookie = try fixture.site.cookie(for: BrowserKnowledge(entries: [entry]))
      var known = Browser(client)
      known.cookies["__Host-browser"] = String(
        cookie.prefix { $0 != ";" }.drop { $0 != "=" }.dropFirst())
      for answer in Self.answers + [nil] as [ReferralAnswer?] {
        let page = try await known.get(try await fixture.link(answer, to: 2)).text
        let submitsItself = answer != nil && answer != .full
        #expect(page.contains("/assets/submit.js") == submitsItself)
      }
    }
  }

  @Test func `of a referral that is over, or that never was, say so and do nothing`() async throws {
    try await withReferral { fixture, client in
      let link = try await fixture.link(.yes(from: nil), to: 2)
      var (person, referrer) = (Browser(client), try await fixture.browser(client, of: 1))
      let one = try SiteFixture.id(1)
      let made = try await fixture.store.read { try $0.referralsMade(by: one, limit: 1) }
      let path = "/referrals/\(try #require(made.first).referral.id)"
      _ = try await referrer.submit("\(path)/close", "choice=placed", from: path)
      #expect(try await person.get(link).text.contains("Somebody takes them"))
      #expect(try await person.press(link, "answer=yes").text.contains("No answer is needed any more"))
      for text in [
        "/r/" + String(repeating: "a", count: 64), "/r/x", link.replacing("/r/", with: "/w/"),
        fixture.link(.now).replacing("/w/", with: "/r/"),
      ] {
        #expect(try await person.get(text).status == 404)
        #expect(try await person.post(text, "answer=yes").status == 404)
      }
      fixture.pass(46 * 86_400)
      #expect(try await person.get(link).status == 410)
      #expect(!(try await fixture.kinds(to: 1).contains(.referralYes)))
    }
  }
}
