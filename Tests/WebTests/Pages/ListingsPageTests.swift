import Testing

@testable import Web

@Suite struct ListingsPageTests {
  private func parsed(_ page: some Page) throws -> ParsedPage {
    try ParsedPage(SamplePages.member.render(page))
  }

  @Test(arguments: [1, 2, 30])
  func `each colleague is an entry that leads to their listing`(count: Int) throws {
    let page = try parsed(SamplePages.listings(count: count))
    let entries = page.all("li").filter { $0["class"]?.hasPrefix("listing") == true }
    #expect(entries.count == count)
    let links = page.all("a").compactMap { $0["href"] }.filter { $0.hasPrefix("/practitioners/") }
    #expect(links == (0..<count).map { "/practitioners/\($0)" })
  }

  @Test func `the chip says the wait in words, and the closed stand back`() throws {
    let page = try parsed(SamplePages.listings(count: 30))
    let chips = page.all("span").filter { $0["class"]?.hasPrefix("wait ") == true }.map(\.text)
    #expect(chips.first == "No wait")
    #expect(Set(chips) == Set(WaitBand.all.map(\.label) + ["Wait not stated"]))
    let closed = ListingRow(row: row(.init(.closed)))
    #expect(String(decoding: closed.rendered(), as: UTF8.self).contains(#"<li class="listing at-rest">"#))
  }

  @Test func `the page says where it is, and leads on and back`() throws {
    let page = try parsed(SamplePages.listings(count: 30))
    #expect(page.all("title").map(\.text) == ["Listings, page 2 of 8 – Help Link Private"])
    #expect(page.all("p").contains { $0.text == "31–60 of 212 colleagues" })
    #expect(
      page.all("a").filter { $0["rel"] != nil }.compactMap { $0["href"] } == [
        "/listings?page=1", "/listings?page=3",
      ])
    #expect(page.all("a").filter { $0["aria-current"] == "page" }.compactMap { $0["href"] } == ["/listings"])
  }

  @Test func `with nobody to list it says so`() throws {
    let page = try parsed(SamplePages.listings(count: 0))
    #expect(page.all("h2").map(\.text) == ["Nobody here yet"])
    #expect(page.all("li").allSatisfy { $0["class"]?.hasPrefix("listing") != true })
  }

  @Test func `a listing in full leaves out facts without values`() throws {
    let page = try parsed(
      ListingPage(
        name: "Jo Lee", pronouns: nil, profession: "Psychologist", wait: SamplePages.today, badge: nil,
        bio: "",
        email: "jo@example.com",
        groups: [
          .init(
            heading: "A", facts: [.init(name: "Empty", values: []), .init(name: "Fee", values: ["$200"])]),
          .init(heading: "B", facts: [.init(name: "Empty", values: [])]),
        ]))
    #expect(page.all("h2").map(\.text) == ["A"])
    #expect(page.all("dt").map(\.text) == ["Fee"])
    #expect(page.all("a").contains { $0["href"] == "mailto:jo@example.com" })
  }

  @Test func `signing out is a form with its token, for members only`() throws {
    let page = try parsed(SamplePages.listings(count: 1))
    let form = try #require(page.all("form").first { $0["action"] == "/sign-out" })
    #expect(form["method"] == "post")
    #expect(page.all("input").contains { $0["name"] == "form-token" && $0["value"] == "token-of-the-form" })
    let stranger = try ParsedPage(SamplePages.layout.render(FrontPage(isSignedIn: false)))
    #expect(stranger.all("nav").isEmpty)
  }

  private func row(_ band: WaitBand) -> ListingsPage.Row {
    .init(
      path: "/practitioners/x", name: "Jo Lee", pronouns: nil, profession: "Psychologist", places: [],
      modes: [],
      wait: .init(band: band, freshness: nil), badge: nil, areas: [], furtherAreas: 0)
  }
}
