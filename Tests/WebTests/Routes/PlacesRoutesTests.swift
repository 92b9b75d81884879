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

  @Test func `are for everybody, and may be kept`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.test { client in
      var browser = Browser(client)
      let answer = try await browser.get("/places?q=Corinda%20qld")
      #expect(answer.status == 200)
      #expect(answer.headers[.contentType] == "application/json")
      #expect(answer.headers[.cacheControl] == "public, max-age=86400")
      let found = try JSONDecoder().decode([Place].self, from: Data(answer.text.utf8))
      #expect(
        found == [Place(label: "Corinda QLD 4075", postcode: "4075", locality: "Corinda", state: "QLD")])
    }
  }

  @Test(arguments: [
    "", "?q=", "?q=x", "?q=%00", "?q=%FF%FE", "?q=%E2%80%AE", "?q=zzzz", "?x=1",
    "?q=" + String(repeating: "a%20", count: 500),
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
