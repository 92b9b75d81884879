import Foundation
import Testing

/// Finding a colleague in Chromium: by hand, by keyboard alone, back and forward.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(5)))
struct SearchBrowserTests {
  /// The list of a demo of 200 members, open in a browser that is signed in.
  private func withListings(_ test: (String, Browser) async throws -> Void) async throws {
    try await Scratch.using { scratch in
      let port = try FreePort.find()
      let demo = try Program(
        try Binary.path(), ["demo", "--port", "\(port)", "--members", "200"], in: scratch)
      _ = try await eventually("the demo's addresses") { demo.output.contains("Press Ctrl-C") ? true : nil }
      let site = "http://localhost:\(port)"
      let link = try #require(demo.output.firstRange(of: "\(site)/sign-in/"))
      let browser = try await Browser.open(in: scratch)
      try await browser.open(String(demo.output[link.lowerBound...].prefix { !$0.isWhitespace }))
      try await browser.press("main form button")
      try await browser.open("\(site)/listings")
      try await test(site, browser)
    }
  }

  private func found(_ browser: Browser) async throws -> Int {
    let words = try await browser.text("#found").split(separator: " ")
    let colleagues = try #require(words.last)
    #expect(colleagues.hasPrefix("colleague"))
    return try #require(words.dropLast().last.flatMap { Int($0) })
  }

  private func eventuallyFound(_ browser: Browser, not before: Int) async throws -> Int {
    try await eventually("another number of colleagues") {
      let now = try await found(browser)
      return now == before ? nil : now
    }
  }

  @Test func `a suggested search fills the form, a tweak acts at once, back and forward go where they were`()
    async throws
  {
    try await withListings { site, browser in
      let everybody = try await found(browser)
      try await browser.press(".offers a[href*='language=ar']")
      let speakers = try await found(browser)
      #expect(speakers < everybody)
      #expect(try await browser.count("input[name=language]:checked") == 2)
      _ = try await browser.run("window.isSamePage = true; return true", Bool.self)
      _ = try await browser.run(
        "var w = document.getElementById('wait'); w.value = '3-months'; w.dispatchEvent(new Event('change', {bubbles: true})); return true",
        Bool.self)
      let sooner = try await eventuallyFound(browser, not: speakers)
      #expect(sooner < speakers)
      #expect(try await browser.run("return window.isSamePage === true", Bool.self))
      #expect(try await browser.url == "\(site)/listings?wait=3-months&language=ar&language=zh")
      #expect(try await browser.count(".listing") == min(30, sooner))
      try await browser.go(.back)
      #expect(try await eventuallyFound(browser, not: sooner) == speakers)
      try await browser.go(.forward)
      #expect(try await eventuallyFound(browser, not: speakers) == sooner)
    }
  }

  @Test func `a suburb is chosen by the keyboard alone, and those near it come first`() async throws {
    try await withListings { _, browser in
      let everybody = try await found(browser)
      try await browser.type("fitzroy n", into: "#find-place")
      _ = try await eventually("suggestions") {
        try await browser.count("#find-place-list li") > 0 ? true : nil
      }
      try await browser.type(Browser.Key.down.rawValue + Browser.Key.enter.rawValue, into: "#find-place")
      _ = try await eventually("distances") {
        try await browser.run(
          "return document.querySelector('#results').innerText.includes(' km')", Bool.self)
          ? true : nil
      }
      #expect(try await browser.url.contains("near=Fitzroy+North+VIC+3068"))
      #expect(try await found(browser) == everybody)
      _ = try await browser.run(
        "var s = document.getElementById('sort'); s.value = 'distance'; s.dispatchEvent(new Event('change', {bubbles: true})); return true",
        Bool.self)
      _ = try await eventually("another order") {
        try await browser.url.contains("sort=distance") ? true : nil
      }
      let script = """
        return Array.from(document.querySelectorAll('.listing')).map(function (row) {
          var found = row.innerText.match(/([0-9.]+) km/);
          return row.innerText.includes('Under 1 km') ? 0.5 : found ? Number(found[1]) : 1e9;
        })
        """
      let distances = try await browser.run(script, [Double].self)
      #expect(distances.count == 30)
      #expect(distances == distances.sorted())
      #expect(distances[0] < 10)
    }
  }
}
