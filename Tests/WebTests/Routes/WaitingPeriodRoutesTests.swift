import Domain
import Foundation
import HTTPTypes
import HummingbirdTesting
import Store
import Testing

@testable import Web

@Suite struct `The waiting-period buttons` {
  @Test func `are opened a thousand times by scanners and no write transaction begins`() async throws {
    let fixture = try await SiteFixture()
    let before = await fixture.store.writeTransactions
    try await fixture.test { client in
      var scanner = Browser(client)
      for round in 0..<48 {
        for period in WaitingPeriod.allCases {
          for method in [HTTPRequest.Method.get, .head, .options] {
            let answer = try await scanner.send(method, fixture.link(period), "")
            if round == 0, method == .get { #expect(answer.status == 200) }
          }
        }
      }
    }
    #expect(await fixture.store.writeTransactions == before)
    #expect(try await fixture.wait() == SiteFixture.before)
  }

  @Test(arguments: WaitingPeriod.allCases)
  func `one press moves the listing, and the next page says so`(period: WaitingPeriod) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let page = try await browser.press(fixture.link(period), "waiting-period=\(period.slug)")
      #expect(page.status == 200)
      #expect(page.text.contains("<h1>Thank you: \(period.label)</h1>"))
    }
    let wait = try #require(try await fixture.wait())
    #expect(wait.period == period)
    #expect(wait.means == .email)
    #expect(fixture.store.directory[fixture.member.id]?.wait == wait)
  }

  @Test func `a robot that submits every button leaves the old answer, and the person after it succeeds`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var robot = Browser(client)
      for period in WaitingPeriod.allCases {
        let page = try await robot.get(fixture.link(period))
        let value = hidden("waiting-period", in: page.text)
        _ = try await robot.post(
          fixture.link(period), value.map { "waiting-period=\($0)" } ?? "confirming=yes")
        fixture.pass(5)
      }
      #expect(try await fixture.wait() == SiteFixture.before)
      var person = Browser(client)
      let page = try await person.get(fixture.link(.oneMonth))
      #expect(page.text.contains("mail scanner"))
      #expect(!page.text.contains("checked"))
      let empty = try await person.post(fixture.link(.oneMonth), "confirming=yes")
      #expect(empty.status == 400)
      #expect(empty.text.contains("Choose one of the seven"))
      let done = try await person.press(fixture.link(.oneMonth), "confirming=yes&waiting-period=2-weeks")
      #expect(done.text.contains("Thank you: Within 2 weeks"))
    }
    #expect(try await fixture.wait()?.period == .twoWeeks)
  }

  @Test func `undo and change belong to the browser that pressed`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let page = try await browser.press(fixture.link(.now), "waiting-period=now")
      let result = try #require(hidden("result", in: page.text))
      var stranger = Browser(client)
      #expect(try await stranger.post(fixture.link(.now) + "/undo", "result=\(result)").status == 403)
      #expect(try await browser.post(fixture.link(.now) + "/undo", "result=forged").status == 403)
      #expect(try await fixture.wait()?.period == .now)
      let changed = try await browser.press(fixture.link(.now), "waiting-period=closed&result=\(result)")
      #expect(changed.text.contains("Thank you: Closed to new clients"))
      let undone = try await browser.post(fixture.link(.now) + "/undo", "result=\(result)")
      #expect(undone.text.contains("Your earlier answer stands again"))
    }
    #expect(try await fixture.wait() == SiteFixture.before)
  }

  @Test func `the page submits itself only where a press a day ago was never contested`() async throws {
    let fixture = try await SiteFixture()
    var chance = Chance()
    let next = OutboxEntry.ID(using: &chance)
    let link = fixture.link(.now, of: next)
    try await fixture.test { client in
      var browser = Browser(client)
      _ = try await browser.press(fixture.link(.now), "waiting-period=now")
      fixture.pass(3_600)
      try await fixture.ask(fixture.member, email: next, round: "2026-12")
      #expect(!(try await browser.get(link)).text.contains("submit.js"), "an hour is too soon")
      fixture.pass(86_400)
      #expect(try await browser.get(link).text.contains("submit.js"))
      var stranger = Browser(client)
      #expect(!(try await stranger.get(link)).text.contains("submit.js"))
      #expect(
        !(try await browser.get(fixture.link(.closed))).text.contains("submit.js"), "not the latest email")
      _ = try await browser.press(link, "waiting-period=now")
      #expect(
        !(try await browser.get(fixture.link(.closed, of: next))).text.contains("submit.js"), "answered")
    }
  }

  @Test func `a contested email earns no browser`() async throws {
    let fixture = try await SiteFixture()
    var chance = Chance()
    let next = OutboxEntry.ID(using: &chance)
    try await fixture.test { client in
      var robot = Browser(client)
      _ = try await robot.press(fixture.link(.now), "waiting-period=now")
      _ = try await robot.press(fixture.link(.closed), "waiting-period=closed")
      fixture.pass(2 * 86_400)
      try await fixture.ask(fixture.member, email: next, round: "2026-12")
      #expect(!(try await robot.get(fixture.link(.now, of: next))).text.contains("submit.js"))
    }
  }

  @Test func `an expired link says so and sends one fresh email a day`() async throws {
    let fixture = try await SiteFixture()
    let before = try await fixture.store.read { try $0.countOfEmails() }
    fixture.pass(46 * 86_400)
    try await fixture.test { client in
      var browser = Browser(client)
      let page = try await browser.get(fixture.link(.now))
      #expect(page.status == 410)
      #expect(page.text.contains("Send me a fresh one"))
      #expect(try await browser.post(fixture.link(.now), "waiting-period=now").status == 410)
      for _ in 0..<3 { #expect(try await browser.post(fixture.link(.now) + "/fresh").status == 200) }
    }
    let found = try await fixture.store.read { try $0.countOfEmails() }
    #expect(found == before + 1)
    #expect(try await fixture.wait() == SiteFixture.before)
  }

  @Test func `every broken link gets the same page and changes nothing`() async throws {
    let fixture = try await SiteFixture()
    let genuine = fixture.link(.now)
    let other = try #require(KeyRing([2: [UInt8](repeating: 9, count: 32)]))
    let expires = SiteFixture.start + 86_400
    let forged = [
      String(genuine.dropLast()), genuine + "a", genuine.replacingOccurrences(of: "/w/a", with: "/w/b"),
      "/w/x",
      "/w/" + other.seal(LinkToken(.waitingPeriod, subject: fixture.email, choice: 0, expiresAt: expires)),
      "/w/"
        + fixture.keys.seal(LinkToken(.unsubscribe, subject: fixture.email, choice: 0, expiresAt: expires)),
      "/w/"
        + fixture.keys.seal(LinkToken(.waitingPeriod, subject: fixture.email, choice: 9, expiresAt: expires)),
    ]
    try await fixture.test { client in
      var browser = Browser(client)
      let pages = try await forged.asyncMap { try await browser.get($0) }
      #expect(Set(pages.map(\.text)).count == 1)
      #expect(pages.allSatisfy { $0.status == 404 })
      for link in forged { #expect(try await browser.post(link, "waiting-period=closed").status == 404) }
    }
    #expect(try await fixture.wait() == SiteFixture.before)
  }
}

extension Array {
  func asyncMap<Value>(_ transform: (Element) async throws -> Value) async rethrows -> [Value] {
    var values: [Value] = []
    for element in self { values.append(try await transform(element)) }
    return values
  }
}
