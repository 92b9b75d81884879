import Foundation
import Testing

/// Looking for help in Chromium, on a phone's width, back and forward. (Without scripts it is the site's own tests that look.)
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
}
