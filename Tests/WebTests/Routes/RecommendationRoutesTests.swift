import Domain
import Foundation
import HummingbirdTesting
import Testing

@testable import Web

@Suite struct `A recommendation` {
  private func members(_ fixture: SiteFixture, _ numbers: ClosedRange<Int>) async throws {
    for number in numbers {
      let wait = StatedWait(.now, confirmedAt: SiteFixture.start - Double(number) * 86_400, means: .site)
      try await fixture.add(try SiteFixture.practitioner(number: number), wait: wait)
    }
  }

  private func id(_ number: Int) throws -> Practitioner.ID { try SiteFixture.practitioner(number: number).id }

  private func browser(_ client: any TestClientProtocol, _ fixture: SiteFixture, _ number: Int) async throws
    -> Browser
  {
    var browser = Browser(client)
    let session = Session(
      digest: SecretDigest(of: "secret \(number)"), practitioner: try id(number), means: .emailLink,
      openedAt: SiteFixture.start)
    try await fixture.store.perform({ _ in }) { Decision((), changes: [.sessionOpened(session)]) }
    browser.cookies["__Host-session"] = "secret \(number)"
    return browser
  }

  private func recommend(_ fixture: SiteFixture, _ pairs: [(Int, Int)]) async throws {
    let changes = try pairs.map {
      Change.recommended(
        Recommendation(recommender: try id($0.0), recommended: try id($0.1), madeAt: SiteFixture.start))
    }
    try await fixture.store.perform({ _ in }) { Decision((), changes: changes) }
  }

  /// Presses a button on a colleague's page.
  private func press(_ browser: inout Browser, _ number: Int, _ fields: String) async throws -> Browser.Answer
  {
    let token = try #require(hidden("form-token", in: try await browser.get("/listings").text))
    return try await browser.press(
      "/practitioners/\(id(number))/recommendation", "\(fields)&form-token=\(token)")
  }

  @Test func `is made, changed and withdrawn on a colleague's page`() async throws {
    let fixture = try await SiteFixture()
    try await members(fixture, 2...3)
    try await fixture.test { client in
      var browser = try await browser(client, fixture, 1)
      let before = try await browser.get("/practitioners/\(id(2))").text
      #expect(before.contains("Nobody has recommended them yet."))
      #expect(before.contains("Never about a client"))
      let made = try await press(&browser, 2, "sentence=Careful+%3Cb%3Eletters%3C%2Fb%3E").text
      #expect(made.contains("Recommended by 1"))
      #expect(made.contains("“Careful &lt;b&gt;letters&lt;/b&gt;”"))
      #expect(made.contains("You recommend Dr Example 2"))
      let changed = try await press(&browser, 2, "sentence=Prompt.").text
      #expect(changed.contains("“Prompt.”"))
      #expect(!changed.contains("Careful"))
      #expect(try await browser.get("/listings").text.contains("Recommended by 1"))
      let withdrawn = try await press(&browser, 2, "choice=withdraw").text
      #expect(withdrawn.contains("Nobody has recommended them yet."))
      #expect(!(try await browser.get("/listings").text.contains("Recommended by 1")))
    }
  }

  @Test func `says how many there are, and how many of those the reader recommends`() async throws {
    let fixture = try await SiteFixture()
    try await members(fixture, 2...6)
    try await recommend(fixture, [(2, 6), (3, 6), (4, 6), (5, 6), (1, 3), (1, 5)])
    try await fixture.test { client in
      var browser = try await browser(client, fixture, 1)
      let text = try await browser.get("/practitioners/\(id(6))").text
      #expect(text.contains("Recommended by 4, among them two you recommend"))
      let order = try [3, 5, 2, 4].map { try #require(text.range(of: "Dr Example \($0)</a>")).lowerBound }
      #expect(order == order.sorted(), "those the reader trusts first")
    }
  }

  @Test func `counts between published members alone, and counts again when they are back`() async throws {
    let fixture = try await SiteFixture()
    try await members(fixture, 2...4)
    try await recommend(fixture, [(2, 4), (3, 4)])
    let (two, four) = (try id(2), try id(4))
    try await fixture.test { client in
      var browser = try await browser(client, fixture, 1)
      for (date, words) in [(nil, "Recommended by 1"), (SiteFixture.start, "Recommended by 2")]
        as [(Date?, String)]
      {
        try await fixture.store.perform({ _ in }) { Decision((), changes: [.published(two, at: date)]) }
        #expect(try await browser.get("/practitioners/\(four)").text.contains("\(words)</p>"))
        #expect(try await browser.get("/listings").text.contains("\(words)</p>"))
      }
      try await fixture.store.perform({ _ in }) { Decision((), changes: [.published(four, at: nil)]) }
      #expect(try await browser.get("/practitioners/\(four)").status == 404)
      #expect(try await press(&browser, 4, "sentence=").status == 404)
      #expect(try await press(&browser, 4, "choice=withdraw").status == 200, "taking back is always possible")
    }
  }

  @Test func `needs the form's own token, and is not of oneself, of nobody, or by whom nobody sees`()
    async throws
  {
    let fixture = try await SiteFixture()
    try await members(fixture, 2...3)
    let three = try id(3)
    try await fixture.store.perform({ _ in }) { Decision((), changes: [.published(three, at: nil)]) }
    try await fixture.test { client in
      var browser = try await browser(client, fixture, 1)
      var unseen = try await self.browser(client, fixture, 3)
      var stranger = Browser(client)
      let before = fixture.store.recommendations.recommended(by: try id(1), in: fixture.store.directory)
      let path = "/practitioners/\(try id(2))/recommendation"
      #expect(try await browser.post(path, "sentence=&form-token=1.forged").status == 403)
      let token = try #require(hidden("form-token", in: try await browser.get("/listings").text))
      #expect(try await browser.post(path, "sentence=&form-token=\(token)", site: "cross-site").status == 403)
      #expect(try await stranger.post(path, "sentence=&form-token=\(token)").location == "/sign-in")
      #expect(try await press(&browser, 1, "sentence=").status == 400)
      #expect(try await press(&browser, 9, "sentence=").status == 404)
      #expect(try await press(&browser, 2, "choice=more").status == 400)
      #expect(try await press(&unseen, 2, "sentence=").text.contains("once your own listing is published"))
      #expect(
        try await unseen.get("/practitioners/\(id(2))").text.contains("once your own listing is published"))
      #expect(!(try await browser.get("/practitioners/\(id(1))").text.contains("I would refer to")))
      #expect(fixture.store.recommendations.recommended(by: try id(1), in: fixture.store.directory) == before)
    }
  }

  @Test func `with too long a sentence comes back filled in`() async throws {
    let fixture = try await SiteFixture()
    try await members(fixture, 2...2)
    try await fixture.test { client in
      var browser = try await browser(client, fixture, 1)
      let typed = String(repeating: "letters ", count: 40)
      let answer = try await press(&browser, 2, "sentence=\(typed.replacingOccurrences(of: " ", with: "+"))")
      #expect(answer.status == 400)
      #expect(answer.text.contains("Shorten the sentence to 300 characters."))
      #expect(answer.text.contains(typed))
      #expect(fixture.store.recommendations.of(try id(2), in: fixture.store.directory).isEmpty)
    }
  }

  @Test(arguments: 0..<6)
  func `changes no order, and filters as a look at every pair would`(seed: UInt64) async throws {
    let fixture = try await SiteFixture()
    try await members(fixture, 2...12)
    var state = seed
    func chance(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let pairs = (0..<30).map { _ in (1 + chance(12), 1 + chance(12)) }.filter { $0.0 != $0.1 }
    try await fixture.test { client in
      var browser = try await browser(client, fixture, 1)
      let before = order(try await browser.get("/listings").text)
      try await recommend(fixture, pairs)
      #expect(order(try await browser.get("/listings").text) == before)
      let mine = pairs.filter { $0.0 == 1 }.map(\.1)
      let peers = Set(pairs.filter { mine.contains($0.0) && $0.1 != 1 }.map { "Dr Example \($0.1)" })
      let filtered = try await browser.get("/listings?recommended=peers")
      #expect(order(filtered.text) == before.filter(peers.contains))
      #expect(filtered.text.contains("<h1>Listings</h1>"))
      #expect(try await browser.get("/listings?recommended=x").status == 400)
    }
  }

  /// The names of a page of listings, from the top.
  private func order(_ page: String) -> [String] {
    page.matches(of: #/href="/practitioners/[^"]+">([^<]+)</a>/#).map { String($0.1) }
  }

  @Test(arguments: [
    (0, 0, "Nobody has recommended them yet."), (1, 0, "Recommended by 1"),
    (1, 1, "Recommended by one you recommend"),
    (2, 1, "Recommended by 2, among them one you recommend"),
    (2, 2, "Recommended by 2, both of whom you recommend"),
    (4, 2, "Recommended by 4, among them two you recommend"),
    (4, 4, "Recommended by 4, all of whom you recommend"),
    (40, 12, "Recommended by 40, among them 12 you recommend"),
  ])
  func `is counted in words that are English`(total: Int, trusted: Int, words: String) {
    #expect(RecommendationWords.summary(total: total, trusted: trusted) == words)
  }
}
