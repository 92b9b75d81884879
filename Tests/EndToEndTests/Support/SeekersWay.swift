import Foundation
import Testing

/// Somebody in distress, on a phone: from the first question to an appointment and out of it again, in a browser that runs
/// scripts or does not.
struct SeekersWay {
  let site: Installation
  let browser: Browser
  let scripts: Bool

  static let name = "Zebulon Quist"
  static let phone = "0412 987 654"
  /// What they type, that is on no list.
  static let words = "zanthoxylum"
  /// What they say that it is about.
  static let concern = "low-mood"
  /// What no address, log, email or calendar may say.
  static let secrets = ["zebulon", "quist", "0412 987", words, concern, "feeling low", "depress"]

  static let steps = [
    Seeker.Step(name: "meeting", chosen: [("meeting", "in-person")]),
    Seeker.Step(name: "place", chosen: [], typed: [("find-place", "Adelaide SA 5000")]),
    Seeker.Step(name: "whom", chosen: [("whom", "self")]),
    Seeker.Step(name: "age", chosen: [("age", "adult")]),
    Seeker.Step(name: "concerns", chosen: [("concerns", concern)], typed: [("words", words)]),
    Seeker.Step(name: "paying", chosen: [("paying", "any")]), Seeker.Step(name: "preferences", chosen: []),
  ]

  /// Answers one question after another, until those who may fit are shown.
  func findMatches() async throws {
    try await browser.open(site.url)
    try await browser.press("a[href='/find']")
    try await look(at: "find")
    try await browser.press("main form[action='/find'] button")
    for step in Self.steps {
      #expect(try await browser.url == "\(site.url)/find/\(step.name)")
      try await Seeker.answer(step, in: browser)
      if step.name == "place" { try await expectScripts() }
      try await look(at: "find-\(step.name)")
      try await browser.press("button[value='next']")
    }
    #expect(try await browser.url == "\(site.url)/find/matches")
    try await look(at: "find-matches")
  }

  /// Suggestions of places come by a script, and the field says so.
  private func expectScripts() async throws {
    #expect(try await browser.count("#find-place[role='combobox']") == (scripts ? 1 : 0))
  }

  /// Takes the only match, and the free time of a number; returns the moment at which it begins, in milliseconds.
  func chooseTime(_ number: Int) async throws -> String {
    #expect(try await browser.count(".match") == 1)
    #expect(try await browser.text(".match h2") == Bookable.practitionerName)
    #expect(try await browser.text(".match .dotted").contains("Depression"))
    try await browser.press(".match a.button")
    try await look(at: "booking-choice")
    let time = try #require(try await times().dropFirst(number).first)
    try await tick(time)
    try await browser.press("main form button[type='submit']")
    return time
  }

  /// Says who they are, which nobody has asked before.
  func giveDetails() async throws {
    let typed = [("name", Self.name), ("email", Bookable.seeker), ("phone", Self.phone)]
    for (field, text) in typed { try await browser.type(text, into: "#\(field)") }
    try await browser.click("label[for='standing']")
    try await browser.click("label[for='agree']")
    #expect(try await browser.text("main .panel .bullets").contains(Self.words))
    try await look(at: "booking-details")
    try await browser.press("main form button[type='submit']")
    try await look(at: "booking-sent")
    #expect(try await browser.text("h1") == "Look in your email")
  }

  /// Confirms by the link of the email.
  func confirm() async throws {
    let question = try await site.maildir.message(to: Bookable.seeker, linkingTo: "/b/")
    try await browser.open(try #require(question.link))
    try await look(at: "booking-confirm")
    try await browser.press("main form button[type='submit']")
    try await look(at: "booking-booked")
    #expect(try await browser.text("h1") == "This appointment is booked")
  }

  /// Moves by the link of an email to the last time that is offered, and returns that.
  func move(by message: DeliveredMessage) async throws -> String {
    try await browser.open(try #require(message.links(to: "/move").first))
    try await look(at: "booking-move")
    let time = try #require(try await times().last)
    try await tick(time)
    try await browser.press("main form button[type='submit']")
    #expect(try await browser.text("h1") == "This appointment is booked")
    return time
  }

  /// Cancels by the link of an email.
  func cancel(by message: DeliveredMessage) async throws {
    try await browser.open(try #require(message.links(to: "/cancel").first))
    try await look(at: "booking-cancel")
    try await browser.press("main form button[type='submit']")
    #expect(try await browser.text("h1") == "This appointment is cancelled")
    try await look(at: "booking-cancelled")
  }

  /// The free times that are shown, and what they send.
  private func times() async throws -> [String] {
    let values =
      "return Array.from(document.querySelectorAll('input[name=slot]'), function (i) { return i.value; })"
    return try await browser.run(values, [String].self)
  }

  private func tick(_ time: String) async throws {
    try await browser.click("label.choice:has(input[name='slot'][value='\(time)'])")
  }

  /// Whom to call is on the page, nothing is wider than the phone, and no address tells what was answered.
  private func look(at page: String) async throws {
    #expect(try await browser.count("a[href='tel:131114']") >= 1, "\(page)")
    #expect(try await browser.count("a[href='tel:000']") >= 1, "\(page)")
    #expect(try await browser.run("return document.documentElement.scrollWidth", Int.self) <= 360, "\(page)")
    let address = try await browser.url.lowercased()
    for word in Self.secrets + ["adelaide"] { #expect(!address.contains(word), "\(page)") }
    try await Pictures.keepBoth(of: browser, as: "\(page)-\(scripts ? "scripts" : "plain")")
  }
}
