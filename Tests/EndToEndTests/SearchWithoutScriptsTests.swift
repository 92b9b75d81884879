import Foundation
import Testing

/// Finding a colleague in Chromium without scripts, by forms and links alone; the distances are counted here, from the table
/// of places and a formula of the test's own.
@Suite(.enabled(if: RealPeers.areAsked, RealPeers.reason), .timeLimit(.minutes(5)))
struct SearchWithoutScriptsTests {
  private struct Place {
    let postcode, name, state: String
    let latitude, longitude: Double

    /// The shortest way over a ball as large as the Earth, in km, by the angle between two vectors.
    func kilometres(to other: Place) -> Double {
      let (one, two) = (vector, other.vector)
      let cross = [
        one[1] * two[2] - one[2] * two[1], one[2] * two[0] - one[0] * two[2],
        one[0] * two[1] - one[1] * two[0],
      ]
      let sine = cross.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return 6_371 * atan2(sine, zip(one, two).reduce(0) { $0 + $1.0 * $1.1 })
    }

    private var vector: [Double] {
      let (north, east) = (latitude * .pi / 180, longitude * .pi / 180)
      return [cos(north) * cos(east), cos(north) * sin(east), sin(north)]
    }
  }

  /// Somebody who works in two places, of which the nearer counts.
  private struct Colleague {
    let number: Int
    let places: [Place]

    var name: String { "Colleague \(["North", "South", "East", "West"][number % 4]) \(Self.letters(number))" }

    /// Names hold no digits.
    private static func letters(_ number: Int) -> String {
      String(decoding: [65 + UInt8(number / 26), 97 + UInt8(number % 26)], as: UTF8.self)
    }

    var line: String {
      let places = places.map {
        #"{"postcode": "\#($0.postcode)", "locality": "\#($0.name)", "state": "\#($0.state)"}"#
      }
      return """
        {"name": "\(name)", "email": "colleague\(number)@example.com", "profession": "psychologist", \
        "registration": "PSY\(9_900_100_000 + number)", "bio": "Works here and there.", "areas": ["anxiety"], \
        "modalities": [], "age_groups": ["adult"], \
        "modes": ["in-person"], "funding": ["private"], "languages": ["en"], "gender": "female", \
        "locations": [\(places.joined(separator: ", "))], "waiting_period": "1-month", \
        "confirmed_at": "2026-01-02T01:20:00Z", "accepting_new_clients": true}

        """
    }
  }

  private static func places() throws -> [Place] {
    let file = Binary.repository.appendingPathComponent("data/au-localities.csv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst().compactMap {
      let fields = $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard let latitude = Double(fields[3]), let longitude = Double(fields[4]) else { return nil }
      return Place(
        postcode: fields[0], name: fields[1], state: fields[2], latitude: latitude, longitude: longitude)
    }
  }

  private static func colleagues(_ count: Int, of places: [Place]) -> [Colleague] {
    var chance = Chance(state: 6)
    return (0..<count).map { number in
      Colleague(
        number: number,
        places: (0..<2).map { _ in places[Int.random(in: places.indices, using: &chance)] })
    }
  }

  /// A site with these colleagues, and the first of them signed in, in a browser that runs no scripts.
  private func withListings(
    of colleagues: [Colleague], _ test: (Installation, Browser) async throws -> Void
  ) async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let file = try scratch.write("colleagues.jsonl", colleagues.map(\.line).joined())
      let ended = try await site.command("members", "import", file)
      try #require(ended.code == 0, "\(ended.errors)")
      _ = try await site.serve()
      let browser = try await Browser.open(in: scratch)
      try await browser.runScripts(false)
      let address = "colleague0@example.com"
      _ = try await Visitor.post(site.url + "/sign-in", form: ["email": address, "choice": "link"])
      let message = try await site.maildir.message(to: address, linkingTo: "/sign-in/")
      try await browser.open(try #require(message.links(to: "/sign-in/").first))
      try await browser.press("main form button[type='submit']")
      try await browser.open(site.url + "/listings")
      try await test(site, browser)
    }
  }

  /// Places of a name that several have.
  private static let choices = ".notice[role=status] a[href*='near=']"

  private func names(_ browser: Browser) async throws -> [String] {
    try await browser.run(
      "return Array.from(document.querySelectorAll('.listing h2 a'), function (a) { return a.innerText; })",
      [String].self)
  }

  private func distances(_ browser: Browser) async throws -> [String] {
    try await browser.run(
      "return Array.from(document.querySelectorAll('.listing .dotted li:first-child'), function (li) { return li.innerText; }).filter(function (t) { return t.endsWith(' km'); })",
      [String].self)
  }

  private static func words(_ kilometres: Double) -> String {
    switch kilometres {
    case ..<1: "Under 1 km"
    case ..<9.95: String(format: "%.1f km", kilometres)
    default: String(format: "%.0f km", kilometres)
    }
  }

  @Test func `a place that several have is chosen from a list, and the nearest come first, page by page`()
    async throws
  {
    let places = try Self.places()
    let colleagues = Self.colleagues(70, of: places)
    try await withListings(of: colleagues) { site, browser in
      try await browser.type("Richmond", into: "#find-place")
      try await browser.choose("distance", of: "sort")
      try await browser.press("#find-place-button")
      #expect(try await browser.count(Self.choices) > 1)
      try await browser.press(Self.choices + "[href*='Richmond+VIC']")
      let here = try #require(places.first { $0.name == "Richmond" && $0.postcode == "3121" })
      let expected = colleagues.map { colleague in
        (colleague.name, colleague.places.map { $0.kilometres(to: here) }.min() ?? .infinity)
      }.sorted { $0.1 < $1.1 }
      var shown: [String] = []
      for page in 1...3 {
        let rows = try await names(browser)
        let farFrom = expected.dropFirst(shown.count).prefix(rows.count).map { Self.words($0.1) }
        #expect(try await distances(browser) == farFrom, "page \(page)")
        shown += rows
        if page < 3 { try await browser.press("a[rel=next]") }
      }
      #expect(shown == expected.map(\.0))
      try await browser.go(.back)
      #expect(try await names(browser) == expected[30..<60].map(\.0))
      try await browser.go(.back)
      try await browser.go(.back)
      #expect(try await browser.count(Self.choices) > 1)
    }
  }

  @Test func `a suggested search is tweaked by the form, and what finds nobody says which filter to drop`()
    async throws
  {
    try await withListings(of: Self.colleagues(6, of: try Self.places())) { site, browser in
      try await browser.press(".offers a[href*='language=ar']")
      #expect(try await names(browser).isEmpty)
      #expect(try await browser.text(".panel .ruled-row").hasPrefix("Without"))
      try await browser.click("input[name=language][value=ar]")
      try await browser.click("input[name=language][value=zh]")
      try await browser.type("colleague west", into: "#q")
      try await browser.press("#find-place-button")
      #expect(try await names(browser).count == 1)
      #expect(try await browser.url.contains("q=colleague+west"))
    }
  }
}
