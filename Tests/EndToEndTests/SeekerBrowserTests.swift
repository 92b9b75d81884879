import Foundation
import Testing

/// Looking for help in Chromium, on a phone's width: back and forward, and the whole way to an appointment.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(5)))
struct SeekerBrowserTests {
  @Test func `the way from the front page to matches and back loses nothing`() async throws {
    try await Scratch.using { scratch in
      let port = try FreePort.find()
      let demo = try Program(
        try Binary.path(), ["demo", "--port", "\(port)", "--members", "200"], in: scratch)
      _ = try await eventually("the demo's addresses") { demo.output.contains("Press Ctrl-C") ? true : nil }
      let browser = try await Browser.open(in: scratch)
      try await browser.resize(width: 360, height: 740)
      let site = "http://localhost:\(port)"
      try await browser.open(site)
      try await browser.click("a[href='/find']")
      try await browser.waits(for: "Find someone who can help")
      try await browser.click("main form[action='/find'] button")
      for step in Seeker.steps {
        try await eventuallyAt(step.name, browser)
        try await Seeker.answer(step, in: browser)
        if step.name == "age" {
          try await browser.click("button[value='back']")
          try await eventuallyAt("whom", browser)
          #expect(try await browser.count("input[value='self']:checked") == 1)
          try await browser.go(.back)
          try await eventuallyAt("age", browser)
          #expect(try await browser.count("input[value='adolescent']:checked") == 1)
        }
        #expect(try await browser.count(".crisis a[href='tel:131114']") == 1)
        try await browser.click("button[value='next']")
      }
      try await eventuallyAt("matches", browser)
      #expect(try await browser.count(".match") > 0)
      try await Pictures.keep(of: browser, as: "seeker-matches")
      #expect(try await browser.text(".match .dotted").contains("Sees teenagers"))
      #expect(try await browser.count(".crisis a[href='tel:131114']") == 1)
    }
  }

  private func eventuallyAt(_ step: String, _ browser: Browser) async throws {
    _ = try await eventually("the page \(step)") {
      try await browser.url.hasSuffix("/find/\(step)") ? true : nil
    }
  }

  @Test(arguments: [true, false])
  func `the whole way, from the first question to the calendar, then moved and cancelled by emailed links`(
    scripts: Bool
  ) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await Bookable.importFitting(site)
      try await Bookable.prepare(site, offers: false)
      let daemon = try await site.serve()
      let member = try await SignedInVisitor.signIn(Bookable.practitioner, at: site)
      let offered = try await member.post("/profile/slots", Bookable.offer, from: "/profile/slots")
      #expect(offered.status == 303)
      let browser = try await Browser.open(in: scratch)
      try await browser.resize(width: 360, height: 740)
      try await browser.runScripts(scripts)

      let way = SeekersWay(site: site, browser: browser, scripts: scripts)
      try await way.findMatches()
      let first = try await way.chooseTime(2)
      try await way.giveDetails()
      try await way.confirm()
      let booked = try await news(of: 0, site)
      let appointments = try await member.get("/profile/appointments").body
      for word in [SeekersWay.name, SeekersWay.phone, SeekersWay.words, Bookable.seeker] {
        #expect(appointments.contains(word))
      }
      let second = try await way.move(by: booked[0])
      let moved = try await news(of: 1, site)
      try await way.cancel(by: moved[0])
      let cancelled = try await news(of: 2, site)
      try expect(booked, toSay: ["METHOD:REQUEST", start(first)])
      try expect(moved, toSay: ["METHOD:REQUEST", start(second)])
      try expect(cancelled, toSay: ["METHOD:CANCEL", start(second)])
      let names = (booked + moved + cancelled).map { lines(of: $0).filter { $0.hasPrefix("UID:") } }
      #expect(Set(names).count == 1 && names[0].count == 1)
      try Bookable.expectNothingSaid(SeekersWay.secrets, site, daemon)
    }
  }

  /// What the seeker and the practitioner are told of the change of a number.
  private func news(of sequence: Int, _ site: Installation) async throws -> [DeliveredMessage] {
    try await eventually("the news of change \(sequence) to both") {
      let messages = try site.maildir.messages()
      let news = [Bookable.seeker, Bookable.practitioner].compactMap { address in
        messages.first {
          $0.header("To")?.contains(address) == true && lines(of: $0).contains("SEQUENCE:\(sequence)")
        }
      }
      return news.count == 2 ? news : nil
    }
  }

  private func expect(_ news: [DeliveredMessage], toSay wanted: [String]) throws {
    for message in news {
      let lines = lines(of: message)
      for line in wanted { #expect(lines.contains(line), "\(lines)") }
    }
  }

  private func lines(of message: DeliveredMessage) -> [String] {
    message.calendar.replacing("\n ", with: "").split(separator: "\n").map(String.init)
  }

  /// The line that says when an appointment begins, for the milliseconds of its form.
  private func start(_ time: String) throws -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "Australia/Adelaide")
    formatter.dateFormat = "yyyyMMdd'T'HHmmss"
    let moment = Date(timeIntervalSince1970: try #require(Double(time)) / 1_000)
    return "DTSTART;TZID=Australia/Adelaide:\(formatter.string(from: moment))"
  }
}
