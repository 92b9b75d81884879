import Domain
import Foundation
import Testing

@testable import Web

@Suite struct `Parts of listings that are kept` {
  /// Searches that members share, page by page, or that are one's own.
  private static let queries = [
    "", "page=2", "area=anxiety&sort=name", "near=Corinda+QLD+4075&sort=distance", "q=emdr&wait=now",
    "client=couple", "recommended=peers", "q=nobody+at+all", "area=x",
  ]
  private static let readers = [1, 2, 3]

  /// A network in which one reader recommends a colleague, and another is away from the others' clock.
  private func network() async throws -> SiteFixture {
    let fixture = try await SiteFixture()
    try await fixture.addListings(2...2)
    try await fixture.addListings(4...40)
    var western = try SiteFixture.practitioner(number: 3)
    western.timeZone = "Australia/Perth"
    let changes: [Change] = [
      .joined(western, SiteFixture.profile(3), nil),
      .recommended(
        Recommendation(
          recommender: try SiteFixture.practitioner(number: 2).id,
          recommended: try SiteFixture.practitioner(number: 5).id, madeAt: SiteFixture.start)),
    ]
    try await fixture.store.perform({ _ in }) { Decision((), changes: changes) }
    return fixture
  }

  /// What each reader gets of each search, asked by the readers in an order; form tokens aside, which are new on every page.
  private func pages(askedBy order: [Int], _ between: @Sendable (SiteFixture) async throws -> Void)
    async throws -> [[String]: String]
  {
    let (fixture, pages) = (try await network(), Pages())
    try await fixture.test { client in
      var browsers: [Int: Browser] = [:]
      for reader in Self.readers {
        var browser = Browser(client)
        _ = try await browser.post("/sign-in", "email=member\(reader)%40example.com")
        _ = try await browser.post("/sign-in/" + (try await fixture.newestLink().secret))
        browsers[reader] = browser
        fixture.pass(60)
      }
      for round in ["before", "after"] {
        for query in Self.queries {
          for reader in order {
            var browser = try #require(browsers[reader])
            let page = try await browser.get("/listings?\(query)").text
            #expect(page.contains("</html>"), "\(reader) is signed in")
            await pages.keep(page, as: [round, query, "\(reader)"])
          }
        }
        if round == "before" { try await between(fixture) }
      }
    }
    return await pages.all
  }

  private actor Pages {
    private(set) var all: [[String]: String] = [:]

    func keep(_ page: String, as name: [String]) {
      all[name] = page.replacing(#/name="form-token" value="[^"]+"/#, with: "")
    }
  }

  @Test func `are to each reader what they would be made for them alone, whoever asked before`() async throws
  {
    let one = try await pages(askedBy: Self.readers) { try await $0.addListings(41...44) }
    let other = try await pages(askedBy: Self.readers.reversed()) { try await $0.addListings(41...44) }
    #expect(one.count == 2 * Self.queries.count * Self.readers.count)
    for (name, page) in one { #expect(page == other[name], "\(name)") }
    #expect(one[["before", "", "1"]] != one[["before", "", "2"]], "nobody refers to themselves")
    #expect(one[["after", "", "1"]] != one[["before", "", "1"]])
  }

  @Test func `grow older at midnight where their reader is`() async throws {
    let night = try await pages(askedBy: Self.readers) { $0.pass(86_400) }
    #expect(night[["before", "", "1"]] != night[["after", "", "1"]])
  }

  @Test func `are made once for those who search alike, and let go when there are many`() throws {
    let (kept, made) = (KeptParts(), Made())
    func ask(_ query: String, version: Int = 1, own: Practitioner.ID? = nil) {
      let key = KeptParts.Key(
        version: version, moment: SiteFixture.start, day: LocalDay(number: 20_000), zone: "Australia/Sydney",
        query: query, peers: 0, mayRefer: true, own: own)
      _ = kept.parts(key) {
        made.count += 1
        return ListedParts(SampleSearches.form(), rows: [])
      }
    }
    for _ in 0..<5 { ask("q=a") }
    #expect(made.count == 1)
    ask("q=a", version: 2)
    ask("q=a", own: try SiteFixture.practitioner(number: 1).id)
    #expect(made.count == 3)
    for number in 0..<KeptParts.most { ask("q=\(number)") }
    let before = made.count
    ask("q=a")
    #expect(made.count == before + 1)
  }

  private final class Made { var count = 0 }
}
