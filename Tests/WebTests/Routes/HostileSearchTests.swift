import Domain
import Foundation
import Store
import Testing

@testable import Web

/// Two thousand queries that nobody means well.
@Suite struct `Hostile searches` {
  private static let values = [
    "NaN", "-1", "1e309", "1000000000000000000000000000000", "0x10", "٣", "", " ", "%", "%zz", "%00",
    "%FF%FE%80", "../../etc/passwd",
    "'%20OR%201=1%20--", "%22;DROP%20TABLE%20listing;--", "%3Cscript%3Ealert(1)%3C/script%3E",
    "%22%3E%3Cimg%20src=x%20onerror=y%3E",
    "%E2%80%AE", "%F0%9F%99%82", "a%CC%81%CC%81%CC%81%CC%81", "{{name}}", "$%7Bjndi:ldap://x%7D",
    "javascript:alert(1)",
    "emdr", "ptsd", "4075", "Corinda+QLD+4075", "richmond", "now", "peers", "distance", "2",
    "O%E2%80%99Connor",
    String(repeating: "a", count: 3_000), String(repeating: "%F0%9D%95%8F", count: 300),
    String(repeating: "a+", count: 500),
  ]

  private static func queries(_ count: Int) -> [String] {
    var chance = Chance()
    let names = SearchName.allCases.map(\.rawValue) + ["x", "", "%71", "q%00", "area[]"]
    func pick(_ texts: [String]) -> String { texts[Int.random(in: 0..<texts.count, using: &chance)] }
    return (0..<count).map { _ in
      let pairs = (0..<Int.random(in: 1...5, using: &chance)).map { _ in "\(pick(names))=\(pick(values))" }
      return pairs.joined(separator: pick(["&", "&", "&", "&&", ";"]))
    }
  }

  @Test func `are answered with a page, 200 or 400, in which nothing of theirs is markup`() async throws {
    let fixture = try await SiteFixture()
    try await fixture.addListings(2...12)
    try await fixture.test { client in
      var browser = Browser(client)
      try await fixture.signedIn(&browser)
      for query in Self.queries(2_000) {
        let answer = try await browser.get("/listings?\(query)")
        #expect(answer.status == 200 || answer.status == 400, "\(query)")
        for markup in ["<script>alert", "<img", "<b>", "\" onerror", "about:invalid"] {
          #expect(!answer.text.contains(markup), "\(query)")
        }
      }
      // Reading back is slow; a part of them suffices to see that they are well nested.
      for query in Self.queries(40) {
        _ = try ParsedPage(text: try await browser.get("/listings?\(query)").text)
      }
    }
  }
}
