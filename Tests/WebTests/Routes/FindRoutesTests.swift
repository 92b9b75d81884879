import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Web

@Suite struct `Looking for help` {
  private func looking(
    _ work: @escaping @Sendable (SiteFixture, inout Browser) async throws -> Void
  ) async throws {
    let fixture = try await SiteFixture()
    try await fixture.addHelpers(2...4)
    try await fixture.test { client in
      var browser = Browser(client)
      try await work(fixture, &browser)
    }
  }

  @Test func `goes question by question to matches with their reasons`() async throws {
    try await looking { _, browser in
      #expect(try await browser.get("/").text.contains("href=\"/find\""))
      #expect(try await browser.get("/find").text.contains("We keep no copy"))
      let page = try await browser.lookForHelp([
        "concerns": "concerns=anxiety&words=EMDR", "preferences": "language=en&soon=2-weeks",
      ])
      #expect(page.status == 200)
      #expect(Set(matched(page.text)) == ["Dr Example 2", "Dr Example 3", "Dr Example 4"])
      for words in [
        "3 people may fit", "Sees adults", "Anxiety", "Under 1 km", "In person", "Speaks English",
        "Within a month",
        "Confirmed on ", "13 11 14", "tel:000",
      ] { #expect(page.text.contains(words), "\(words)") }
      for word in ["For colleagues alone.", "PSY0000000001"] { #expect(!page.text.contains(word)) }
    }
  }

  @Test func `every page has the crisis line, and says how far one is`() async throws {
    try await looking { _, browser in
      var answer = try await browser.press("/find", "")
      for (number, step) in Browser.answers.enumerated() {
        #expect(answer.text.contains("Question \(number + 1) of "))
        #expect(answer.text.contains("href=\"tel:131114\"") && answer.text.contains("href=\"tel:000\""))
        answer = try await browser.press("/find/\(step.step)", step.body)
      }
      #expect(answer.text.contains("href=\"tel:131114\""))
    }
  }

  @Test func `the way back loses no answer, not even half a one`() async throws {
    try await looking { _, browser in
      _ = try await browser.lookForHelp()
      #expect(try await browser.get("/find/meeting").text.contains("value=\"in-person\" checked"))
      _ = try await browser.press("/find", "")
      _ = try await browser.press("/find/meeting", "meeting=in-person")
      let before = try await browser.post("/find/place", "place=Rich&press=back")
      #expect(before.location == "/find/meeting")
      #expect(try await browser.get("/find/meeting").text.contains("value=\"in-person\" checked"))
      #expect(try await browser.press("/find/meeting", "meeting=in-person").text.contains("value=\"Rich\""))
      #expect(try await browser.post("/find/meeting", "press=back").location == "/find")
    }
  }

  @Test func `a place that may be several is chosen among them, without scripts`() async throws {
    try await looking { _, browser in
      _ = try await browser.press("/find", "")
      _ = try await browser.press("/find/meeting", "meeting=any")
      let page = try await browser.post("/find/place", "place=Richmond")
      #expect(page.status == 400)
      #expect(page.text.contains("name=\"found-place\" value=\"Richmond VIC 3121\""))
      let stranger = try await browser.post("/find/place", "place=Richmond&found-place=Corinda+QLD+4075")
      #expect(stranger.status == 400)
      let next = try await browser.post("/find/place", "place=Richmond&found-place=Richmond+VIC+3121")
      #expect(next.location == "/find/whom")
      #expect(try await browser.get("/find/place").text.contains("value=\"Richmond VIC 3121\""))
    }
  }

  @Test func `nobody jumps ahead, and what is not asked is not shown`() async throws {
    try await looking { _, browser in
      let nothing = try await browser.get("/find/nothing")
      #expect(nothing.status == 404)
      for path in ["/find/meeting", "/find/age", "/find/matches"] {
        #expect(try await browser.get(path).location == "/find?anew")
      }
      #expect(try await browser.post("/find").location == "/find/meeting")
      for path in ["/find/age", "/find/matches", "/find/place", "/find/state"] {
        #expect(try await browser.get(path).location == "/find/meeting")
        #expect(try await browser.post(path, "age=adult&give-up=distance").location == "/find/meeting")
      }
      #expect(try await browser.post("/find/meeting", "meeting=video").location == "/find/whom")
      #expect(try await browser.get("/find/place").location == "/find/whom")
    }
  }

  @Test(arguments: [
    ("age=adolescent", "filled-by=younger", "Kids Helpline"),
    ("age=child", "filled-by=other", "a parent or guardian books"),
    ("age=adolescent", "filled-by=young-person", nil), ("age=child", "filled-by=guardian", nil),
  ])
  func `for somebody under 18 it asks who answers, and says who books`(
    age: String, filledBy: String, words: String?
  )
    async throws
  {
    try await looking { _, browser in
      let page = try await browser.lookForHelp(["age": age, "filled-by": filledBy])
      #expect(matched(page.text).count == 3)
      #expect(page.text.contains("guardian books") == (words != nil))
      #expect(page.text.contains("class=\"button\" href") == (words == nil))
      if let words { #expect(page.text.contains(words)) }
    }
  }

  @Test func `an answer that is changed leads back to the matches`() async throws {
    try await looking { _, browser in
      _ = try await browser.lookForHelp()
      #expect(try await browser.post("/find/whom", "whom=couple").location == "/find/matches")
      #expect(try await browser.post("/find/age", "age=adolescent").location == "/find/filled-by")
      #expect(try await browser.post("/find/filled-by", "filled-by=guardian").location == "/find/matches")
    }
  }

  @Test func `when nobody fits, giving up a wish shows who does`() async throws {
    try await looking { fixture, browser in
      try await fixture.addHelpers(5...6, at: "Corinda QLD 4075") { $0.sessionModes = ["video-telehealth"] }
      let place = ["place": "place=Toowoomba+City+QLD+4350"]
      let none = try await browser.lookForHelp(place)
      #expect(none.text.contains("Nobody fits all of this just now"))
      #expect(none.text.contains("value=\"distance\"") && none.text.contains("value=\"meeting\""))
      #expect(none.text.contains("3 people") && none.text.contains("2 people"))
      let farther = try await browser.press("/find/matches", "give-up=distance")
      #expect(Set(matched(farther.text)) == ["Dr Example 2", "Dr Example 3", "Dr Example 4"])
      #expect(
        farther.text.contains(" km<") && farther.text.contains("People up to 150 km away are shown as well."))
      _ = try await browser.press("/find/place", place["place"] ?? "")
      #expect(matched(try await browser.press("/find/matches", "give-up=meeting").text).count == 2)
      #expect(try await browser.post("/find/matches", "give-up=everything").status == 400)
    }
  }

  @Test func `the same answers show the same order, and more on further pages`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.addHelpers(2...20)
    try await fixture.test { client in
      var browser = Browser(client)
      let first = try await browser.lookForHelp()
      #expect(matched(first.text).count == 6)
      fixture.pass(60)
      #expect(matched(try await browser.get("/find/matches").text) == matched(first.text))
      let more = matched(try await browser.get("/find/matches?pages=2").text)
      #expect(more.count == 12 && Array(more.prefix(6)) == matched(first.text))
      #expect(Set(matched(try await browser.get("/find/matches?pages=99").text)).count == 19)
      for pages in ["0", "-1", "x", "99999999999999999999"] {
        #expect(matched(try await browser.get("/find/matches?pages=\(pages)").text) == matched(first.text))
      }
    }
  }

  @Test func `a GET writes nothing, and the last answer counts who is shown`() async throws {
    try await looking { fixture, browser in
      let before = await fixture.store.writeTransactions
      _ = try await browser.press("/find", "")
      for (step, body) in Browser.answers.dropLast() { _ = try await browser.press("/find/\(step)", body) }
      #expect(await fixture.store.writeTransactions == before)
      let page = try await browser.press("/find/preferences", "")
      _ = try await browser.get("/find/matches")
      #expect(await fixture.store.writeTransactions == before + 1)
      let shown = Set(try (2...4).map { try SiteFixture.practitioner(number: $0).id })
      let counted = try await fixture.store.read { try $0.exposures(of: shown, since: LocalDay(number: 0)) }
      #expect(counted.count == 3 && counted.values.allSatisfy { $0 == 1 })
      #expect(matched(page.text).count == 3)
    }
  }

  @Test func `whoever asks over and over sees the same, and is not counted any more`() async throws {
    try await looking { fixture, browser in
      _ = try await browser.lookForHelp()
      for _ in 0..<60 { #expect(try await browser.post("/find/preferences", "").status == 303) }
      let id = try SiteFixture.practitioner(number: 2).id
      let counted = try await fixture.store.read { try $0.exposures(of: [id], since: LocalDay(number: 0)) }
      #expect(counted == [id: CountingLimits.allowance.atOnce])
      #expect(matched(try await browser.get("/find/matches").text).count == 3)
    }
  }

  @Test func `answers go with a press, or after a day`() async throws {
    try await looking { fixture, browser in
      _ = try await browser.lookForHelp()
      fixture.pass(86_300)
      #expect(try await browser.get("/find/matches").status == 200)
      fixture.pass(200)
      #expect(try await browser.get("/find/matches").location == "/find?anew")
      #expect(try await browser.get("/find?anew").text.contains("allow cookies"))
      _ = try await browser.lookForHelp()
      #expect(try await browser.get("/find").text.contains("Go on where you were"))
      #expect(try await browser.post("/find/clear").location == "/find?cleared")
      #expect(browser.cookies["__Host-enquiry"] == nil)
      #expect(try await browser.get("/find?cleared").text.contains("Nothing of them is left"))
    }
  }

  @Test func `a form of another site does nothing`() async throws {
    try await looking { _, browser in
      _ = try await browser.lookForHelp()
      for path in ["/find", "/find/clear", "/find/meeting", "/find/matches"] {
        #expect(
          try await browser.post(path, "meeting=video&give-up=meeting", site: "cross-site").status == 403)
      }
      #expect(try await browser.get("/find/meeting").text.contains("value=\"in-person\" checked"))
    }
  }
}
