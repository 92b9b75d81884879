import Domain
import Foundation
import Store
import Testing

@testable import Web

@Suite struct `Saved searches` {
  private func keeping(_ work: @escaping @Sendable (SiteFixture, inout Browser, String) async throws -> Void)
    async throws
  {
    let fixture = try await SiteFixture()
    try await fixture.addListings(2...6)
    try await fixture.test { client in
      var browser = Browser(client)
      try await fixture.signedIn(&browser)
      let token = try #require(hidden("form-token", in: try await browser.get("/listings?q=emdr").text))
      try await work(fixture, &browser, token)
    }
  }

  @Test func `are saved from the page, shown above every list, called otherwise, and removed`() async throws {
    try await keeping { fixture, browser, token in
      let page = try await browser.get("/listings?q=emdr&page=1").text
      #expect(hidden("query", in: page) == "q=emdr")
      let saved = try await browser.post(
        "/listings/searches", "form-token=\(token)&query=q%3Demdr&name=My+%3Cone%3E")
      #expect(saved.location == "/listings?q=emdr")
      #expect(
        try await browser.get("/listings").text.contains("href=\"/listings?q=emdr\">My &lt;one&gt;</a>"))
      #expect(
        try await browser.get("/listings?q=emdr").text.contains("aria-current=\"true\">My &lt;one&gt;</a>"))
      let id = try #require(fixture.store.savedSearches(of: fixture.member.id).first?.id)
      let path = "/listings/searches/\(id)"
      #expect(
        try await browser.post(path, "form-token=\(token)&name=Other&press=rename").location
          == "/listings/searches")
      let list = try await browser.get("/listings/searches").text
      #expect(list.contains("Other") && list.contains("“emdr”"))
      #expect(
        try await browser.post(path, "form-token=\(token)&press=forget").location == "/listings/searches")
      #expect(fixture.store.savedSearches(of: fixture.member.id).isEmpty)
    }
  }

  @Test(arguments: [
    ("query=&name=x", "Choose something to search for first"),
    ("query=q%3Da&name=", "Give the search a name"),
    ("query=q%3Da&name=" + String(repeating: "n", count: 81), "Shorten the name to 80 characters"),
    ("query=within%3DNaN&name=x", "Choose something to search for first"),
  ])
  func `what cannot be saved is told`(body: String, words: String) async throws {
    try await keeping { fixture, browser, token in
      let answer = try await browser.post("/listings/searches", "form-token=\(token)&\(body)")
      #expect(answer.status == 400)
      #expect(answer.text.contains(words))
      #expect(fixture.store.savedSearches(of: fixture.member.id).isEmpty)
    }
  }

  @Test func `need the form's token, and are nobody else's`() async throws {
    try await keeping { fixture, browser, token in
      #expect(try await browser.post("/listings/searches", "query=q%3Da&name=x").status == 403)
      #expect(
        try await browser.post(
          "/listings/searches", "form-token=\(token)&query=q%3Da&name=x", site: "cross-site"
        ).status == 403)
      let other = try SiteFixture.practitioner(number: 2).id
      var chance = Chance()
      let theirs = SavedSearch(
        id: Identifier(using: &chance), owner: other, name: "Theirs", query: "q=a", savedAt: SiteFixture.start
      )
      try await fixture.store.perform({ _ in }) { Decision((), changes: [.searchSaved(theirs)]) }
      #expect(!(try await browser.get("/listings/searches").text.contains("Theirs")))
      #expect(
        try await browser.post(
          "/listings/searches/\(theirs.id)", "form-token=\(token)&name=Mine&press=rename"
        ).status == 404)
      _ = try await browser.post("/listings/searches/\(theirs.id)", "form-token=\(token)&press=forget")
      #expect(fixture.store.savedSearches(of: other) == [theirs])
    }
  }
}
