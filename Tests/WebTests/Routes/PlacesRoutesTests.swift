import Domain
import Foundation
import HTTPTypes
import Testing

@testable import Web

@Suite struct `Suggestions of places` {
  private struct Place: Decodable, Equatable {
    let label: String
    let postcode: String
    let locality: String
    let state: String
  }

  private func labels(_ answer: Browser.Answer) throws -> [String] {
    try JSONDecoder().decode([Place].self, from: Data(answer.text.utf8)).map(\.label)
  }

  /// A member whose listing names places.
  private func member(_ number: Int, at places: [PracticeLocation], in fixture: SiteFixture) async throws
    -> Practitioner
  {
    let member = try SiteFixture.practitioner(number: number)
    var profile = Profile(profession: "psychologist", registrationNumber: "PSY000000000\(number)")
    profile.locations = places
    let changes: [Change] = [.joined(member, profile, nil)]
    try await fixture.store.perform({ _ in }) { Decision((), changes: changes) }
    return member
  }

  @Test func `to a member those near to their own places come first, in their browser alone`() async throws {
    let fixture = try await SiteFixture()
    let places = [
      PracticeLocation(postcode: "3000", locality: "Melbourne", state: "VIC"),
      PracticeLocation(postcode: "2000", locality: "Sydney", state: "NSW"),
    ]
    let members = [
      try await member(2, at: [places[0]], in: fixture), try await member(3, at: [places[1]], in: fixture),
      try await member(4, at: [], in: fixture),
    ]
    try await fixture.test { client in
      var firsts: [String?] = []
      for member in members {
        var browser = try await fixture.signedIn(Browser(client), as: member)
        let answer = try await browser.get("/places?q=richmond")
        #expect(answer.headers[.cacheControl] == "private, max-age=600" && answer.headers[.vary] == "cookie")
        firsts.append(try labels(answer).first)
      }
      #expect(firsts.prefix(2) == ["Richmond VIC 3121", "Richmond NSW 2755"])
      var visitor = Browser(client)
      #expect(try labels(try await visitor.get("/places?q=richmond")).first == firsts[2])
    }
  }

  @Test
  func `of Google are for members alone, and nobody may keep them; the privacy page says that it is asked`()
    async throws
  {
    try await ScriptedGooglePlaces.run(now: { SiteFixture.start }) { google, places in
      let fixture = try await SiteFixture(googlePlaces: places)
      try await fixture.test { client in
        google.predicts("Corinda QLD, Australia")
        var visitor = Browser(client)
        let answer = try await visitor.get("/places?q=corynda")
        #expect(answer.text == "[]" && answer.headers[.cacheControl] == "no-store")
        #expect(google.questions.isEmpty)
        var member = try await fixture.signedIn(Browser(client), as: fixture.member)
        let answered = try await member.get("/places?q=corynda")
        #expect(try labels(answered) == ["Corinda QLD 4075"])
        #expect(answered.headers[.cacheControl] == "no-store")
        #expect(try await visitor.get("/privacy").text.contains("Google"))
      }
    }
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var visitor = Browser(client)
      let page = try await visitor.get("/privacy").text
      #expect(!page.contains("Google"))
    }
  }

  @Test func `are for everybody, and may be kept`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let answer = try await browser.get("/places?q=Corinda%20qld")
      #expect(answer.status == 200)
      #expect(answer.headers[.contentType] == "application/json")
      #expect(answer.headers[.cacheControl] == "public, max-age=86400" && answer.headers[.vary] == "cookie")
      let found = try JSONDecoder().decode([Place].self, from: Data(answer.text.utf8))
      #expect(
        found == [Place(label: "Corinda QLD 4075", postcode: "4075", locality: "Corinda", state: "QLD")])
    }
  }

  @Test(arguments: [
    "", "?q=", "?q=x", "?q=%00", "?q=%FF%FE", "?q=%E2%80%AE", "?q=zzzz", "?x=1",
    "?q=" + String(repeating: "a%20", count: 500), "?q=" + String(repeating: "%20", count: 500), "?q[]=rich",
    "?q=%", "?q=%2",
    "?q=" + String(repeating: "%CC%81", count: 500), "?q='%20OR%201=1--", "?q=../../etc/passwd",
  ])
  func `are none for what names no place`(query: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let answer = try await browser.get("/places" + query)
      #expect(answer.status == 200 && answer.text == "[]")
    }
  }

  @Test(arguments: ["mo", "new", "20", "st", "port"])
  func `are ten at the most`(text: String) async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let answer = try await browser.get("/places?q=\(text)")
      #expect(try JSONDecoder().decode([Place].self, from: Data(answer.text.utf8)).count == 10)
    }
  }
}
