import Foundation
import Testing

@testable import Domain

struct LocalitiesSearchTests {
  private func labels(_ text: String, atMost limit: Int = 10) throws -> [String] {
    try RepositoryData.localities().suggestions(for: text, atMost: limit).map(\.location.label)
  }

  @Test
  func `those of exactly the name come first, then those that begin so, each by name, state and postcode`()
    throws
  {
    let found = try RepositoryData.localities().suggestions(for: "RICHMOND", atMost: 100)
    let exact = found.prefix { $0.location.locality == "Richmond" }
    #expect(exact.count == 7)
    #expect(found.count > exact.count)
    #expect(found.allSatisfy { $0.location.locality.lowercased().hasPrefix("richmond") })
    for part in [exact, found.dropFirst(exact.count)] {
      let keys = part.map { [$0.location.locality, $0.location.state, $0.location.postcode] }
      #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
    }
  }

  @Test(arguments: [
    "", " ", "a", "\u{0}", "richmond vicx", "99999", "'", "%", "zzzz", "\u{301}\u{301}", "é", "\u{202E}",
  ])
  func `of a text that means no place nothing is suggested`(text: String) throws {
    #expect(try labels(text) == [])
  }

  @Test(arguments: [
    ("richmond v", "Richmond VIC 3121"), ("richmond vic", "Richmond VIC 3121"),
    ("Richmond, Victoria", "Richmond VIC 3121"), ("richmond new south", "Richmond NSW 2753"),
    ("richmond 3121", "Richmond VIC 3121"), ("3121 Richmond", "Richmond VIC 3121"),
    ("richmond vic 312", "Richmond VIC 3121"), ("3121", "Richmond VIC 3121"), ("312", "Richmond VIC 3121"),
    ("VIC 3121", "Richmond VIC 3121"), ("0800", "Darwin NT 0800"), ("port v", "Port Victoria SA 5573"),
    ("brighton-le", "Brighton-Le-Sands NSW 2216"), ("brighton le sands", "Brighton-Le-Sands NSW 2216"),
    ("no 4", "No 4 Branch QLD 4856"), ("o.b. fl", "O.B. Flat SA 5291"),
    ("rîchmónd  VIC", "Richmond VIC 3121"),
  ])
  func `a state and a postcode narrow it down, in any order and half typed`(text: String, label: String)
    throws
  {
    #expect(try labels(text, atMost: 30).contains(label))
  }

  @Test(arguments: [
    ("st kil", "St Kilda VIC 3182"), ("Saint Kilda", "St Kilda VIC 3182"), ("ST. KILDA", "St Kilda VIC 3182"),
    ("mt grav", "Mount Gravatt QLD 4122"), ("moun grav", nil), ("mount gravatt", "Mount Gravatt QLD 4122"),
    ("O’Connor", "O'Connor ACT 2602"), ("oconnor act", "O'Connor ACT 2602"),
    ("north saint ives", "North St Ives NSW 2075"),
  ])
  func `abbreviations, apostrophes and points make no difference`(text: String, label: String?) throws {
    let found = try labels(text)
    if let label { #expect(found.contains(label), "\(found)") } else { #expect(found == []) }
  }

  @Test func `what is typed as far as a half word still finds both that it may become`() throws {
    let found = try labels("st", atMost: 1_000)
    #expect(found.contains("St Kilda VIC 3182") && found.contains("Stirling SA 5152"))
    #expect(try labels("sain", atMost: 100).contains("St Kilda VIC 3182"))
  }

  @Test func `a postcode alone is answered in the order of postcodes`() throws {
    let found = try RepositoryData.localities().suggestions(for: "312", atMost: 100)
    let keys = found.map { $0.location.postcode + $0.location.locality }
    #expect(
      keys.count > 5 && keys == keys.sorted() && found.allSatisfy { $0.location.postcode.hasPrefix("312") })
  }

  @Test func `the answer is bounded, and has no post office boxes`() throws {
    for text in ["mo", "new", "20", "0200", "0221", "barton"] {
      let found = try RepositoryData.localities().suggestions(for: text, atMost: 10)
      #expect(found.count <= 10 && found.allSatisfy { $0.kind == .street })
    }
    #expect(try labels("barton act") == ["Barton ACT 2600"])
  }

  @Test func `a label names its place, and a street's means it`() throws {
    let localities = try RepositoryData.localities()
    for row in localities.rows { #expect(PracticeLocation(label: row.location.label) == row.location) }
    for row in localities.rows.filter({ $0.kind == .street }).enumerated().filter({ $0.offset % 200 == 0 }) {
      #expect(localities.place(meantBy: row.element.location.label) == row.element)
    }
    for text in ["", "Corinda", "QLD 4075", "  "] { #expect(PracticeLocation(label: text) == nil) }
  }
}
