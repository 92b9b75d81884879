import Domain
import Foundation
import HTTPTypes
import NIOCore
import Testing

@testable import Web

@Suite struct `The search of listings` {
  private func searching(
    _ numbers: ClosedRange<Int> = 2...20,
    _ work: @escaping @Sendable (SiteFixture, inout Browser) async throws -> Void
  )
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.addListings(numbers)
    try await fixture.test { client in
      var browser = Browser(client)
      try await fixture.signedIn(&browser)
      try await work(fixture, &browser)
    }
  }

  @Test(arguments: [
    ("q=emdr", [3, 6, 9, 12, 15, 18]), ("modality=emdr&client=couple", [15]),
    ("area=ptsd&modality=emdr", [6, 12, 18]), ("q=number7", [7]), ("q=ocd&client=couple", [5, 15]),
    ("near=Corinda+QLD+4075&within=1&client=couple", [20]),
    ("near=Corinda&within=20&client=couple", [5, 20]),
    ("client=couple&client=individual&q=number12", [12]),
  ])
  func `shows whom it finds`(query: String, expected: [Int]) async throws {
    try await searching { _, browser in
      let page = try await browser.get("/listings?\(query)")
      #expect(page.status == 200)
      #expect(listed(page.text) == expected.map { "Dr Example \($0)" })
      #expect(page.text.contains(expected.count == 1 ? "1 colleague<" : "\(expected.count) colleagues<"))
    }
  }

  @Test func `sorts by distance, with those apart who see people nowhere`() async throws {
    try await searching { _, browser in
      let page = try await browser.get("/listings?near=Corinda+QLD+4075&sort=distance").text
      let names = listed(page)
      let order = names.compactMap { $0.split(separator: " ").last.flatMap { Int($0) } }
      // Corinda itself, a suburb beside it, Melbourne, and then those without a place; each by availability.
      let rank = [0: 0, 1: 1, 2: 2, 3: 3]
      let expected = (2...20).sorted { (rank[$0 % 4] ?? 9, $0) < (rank[$1 % 4] ?? 9, $1) } + [1]
      #expect(order == expected)
      let parts = page.components(separatedBy: "Without a place: by video or phone")
      #expect(parts.count == 2)
      #expect(listed(parts[0]).count == 14)
      #expect(parts[0].contains("Under 1 km") && !parts[1].contains(" km<"))
    }
  }

  @Test func `fills the form with what was asked, and says what narrows with a way back`() async throws {
    try await searching { _, browser in
      let page = try ParsedPage(
        text: try await browser.get("/listings?q=number&modality=emdr&wait=1-month&near=4075&within=3000")
          .text)
      let fields = page.all("input")
      #expect(fields.first { $0["id"] == "q" }?["value"] == "number")
      #expect(fields.first { $0["name"] == "near" }?["value"] == "4075")
      #expect(fields.first { $0["value"] == "emdr" }.map { $0["checked"] != nil } == true)
      let chosen = page.all("option").filter { $0["selected"] != nil }.compactMap { $0["value"] }
      #expect(chosen == ["3000", "1-month", "availability"])
      let chips = page.all("a").filter { $0["class"] == "chip" }
      #expect(
        chips.compactMap { $0["href"] }.contains("/listings?q=number&wait=1-month&near=4075&within=3000"))
      #expect(chips.count == 4)
    }
  }

  @Test func `every choice says how many it would leave, and leaves so many`() async throws {
    try await searching { _, browser in
      let page = try ParsedPage(text: try await browser.get("/listings?area=ptsd").text)
      let choices = page.all("label").filter {
        $0.parents.contains("details") && $0["for"]?.contains("-") == true
      }
      var looked = 0
      for choice in choices {
        let parts = (choice["for"] ?? "").split(separator: "-", maxSplits: 1)
        guard parts.count == 2, let facet = Facet(rawValue: String(parts[0])) else { continue }
        let count = String(choice.text.reversed().prefix { $0.isNumber }.reversed())
        let query = facet == .area ? "area=\(parts[1])" : "area=ptsd&\(facet.rawValue)=\(parts[1])"
        let found = try await browser.get("/listings?\(query)").text
        #expect(found.contains(count == "1" ? "1 colleague<" : "\(count) colleagues<"), "\(query)")
        looked += 1
      }
      #expect(looked > 8)
    }
  }

  @Test func `when nobody is found it says which filter to drop, and the way is right`() async throws {
    try await searching { _, browser in
      let page = try await browser.get("/listings?modality=emdr&client=couple&area=ptsd")
      #expect(page.text.contains("Nobody fits all of this"))
      let ways = try ParsedPage(text: page.text).all("a").filter { $0.text.hasPrefix("Without ") }
      #expect(ways.map(\.text) == ["Without “Couple”", "Without “EMDR”", "Without “PTSD”"])
      for (way, count) in zip(ways, [3, 2, 1]) {
        #expect(listed(try await browser.get(try #require(way["href"])).text).count == count)
      }
    }
  }

  @Test func `asks which place is meant, and a click answers`() async throws {
    try await searching { _, browser in
      let page = try await browser.get("/listings?near=richmond&within=10")
      #expect(page.status == 200)
      #expect(page.text.contains("Which “richmond” do you mean?"))
      let choice = try #require(
        try ParsedPage(text: page.text).all("a").first { $0.text.hasPrefix("Richmond") }?["href"])
      let chosen = try await browser.get(choice)
      #expect(!chosen.text.contains("do you mean?"))
      #expect(chosen.text.contains("Within 10 km of Richmond"))
      let unknown = try await browser.get("/listings?near=nowhereatall")
      #expect(unknown.status == 400)
      #expect(unknown.text.contains("There is no place called “nowhereatall”"))
    }
  }

  @Test(arguments: [
    ("area=x", "is no practice area"), ("within=NaN", "a whole number of kilometres"),
    ("wait=x", "no waiting period"),
    ("sort=x", "sorted by availability, distance or name"),
    ("page=1000000000000000000000000000000", "must be a number"),
  ])
  func `says what is wrong with an address, beside what was understood`(query: String, words: String)
    async throws
  {
    try await searching { _, browser in
      let page = try await browser.get("/listings?q=number7&\(query)")
      #expect(page.status == 400)
      #expect(page.text.contains(words))
      #expect(listed(page.text) == ["Dr Example 7"])
    }
  }

  @Test func `a click on a button of an email is seen in the next search`() async throws {
    try await searching { fixture, browser in
      let query = "/listings?wait=now"
      #expect(!listed(try await browser.get(query).text).contains("Dr Example 1"))
      _ = try await browser.press(fixture.link(.now), "waiting-period=now")
      #expect(listed(try await browser.get(query).text).first == "Dr Example 1")
    }
  }

  @Test func `pages are links of the same search`() async throws {
    try await searching(2...80) { _, browser in
      var (path, names) = ("/listings?area=anxiety&sort=name", [String]())
      while true {
        let page = try await browser.get(path)
        names += listed(page.text)
        let next = try ParsedPage(text: page.text).all("a").first { $0["rel"] == "next" }?["href"]
        guard let next else { break }
        #expect(next.hasPrefix("/listings?area=anxiety&sort=name&page="))
        path = next
      }
      #expect(names.count == 79)
      #expect(Set(names).count == 79)
    }
  }

  @Test func `a page that has not changed is not sent again; a commit, a day and another reader change it`()
    async throws
  {
    try await searching { fixture, browser in
      let cookie = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
      let client = browser.client
      func get(_ tag: String?) async throws -> (Int, String?) {
        var headers: HTTPFields = [.cookie: cookie]
        headers[.ifNoneMatch] = tag
        let answer = try await client.executeRequest(
          uri: "/listings?q=number", method: .get, headers: headers, body: ByteBuffer())
        return (answer.status.code, answer.headers[.eTag])
      }
      let first = try await get(nil)
      #expect(first.0 == 200)
      #expect(try await get(first.1).0 == 304)
      #expect(try await get("W/\"x\", \(first.1 ?? "")").0 == 304)
      #expect(try await get("W/\"x\"").0 == 200)
      try await fixture.addListings(21...21)
      let second = try await get(first.1)
      #expect(second.0 == 200 && second.1 != first.1)
      fixture.pass(86_400)
      #expect(try await get(second.1).0 == 200)
    }
  }

  @Test(arguments: [("same-origin", true), ("none", true), ("cross-site", false), ("same-site", false)])
  func `is made smaller for the reader's own browser, and for no page of another site`(
    site: String, isSmaller: Bool
  )
    async throws
  {
    try await searching { _, browser in
      let cookie = browser.cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
      let fetchSite = try #require(HTTPField.Name("sec-fetch-site"))
      let answer = try await browser.client.executeRequest(
        uri: "/listings", method: .get,
        headers: [.cookie: cookie, .acceptEncoding: "br, gzip;q=0.8", fetchSite: site], body: ByteBuffer())
      #expect(answer.headers[.contentEncoding] == (isSmaller ? "gzip" : nil))
      #expect(
        Array(answer.body.readableBytesView.prefix(2)) == (isSmaller ? [0x1F, 0x8B] : Array("<!".utf8)))
      let refusing = try await browser.client.executeRequest(
        uri: "/listings", method: .get,
        headers: [.cookie: cookie, .acceptEncoding: "gzip;q=0, br", fetchSite: site], body: ByteBuffer())
      #expect(refusing.headers[.contentEncoding] == nil)
    }
  }
}
