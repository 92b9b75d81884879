import Testing

@testable import Domain

/// Whatever is typed, an answer comes; and what the index finds is what looking at every row finds.
struct PlaceNamesFuzzTests {
  private static let pieces = [
    "rich", "mond", "st", "saint", "mt", "mount", " ", "  ", ",", "-", ".", "'", "’", "vic", "v", "nsw",
    "new", "south",
    "3", "31", "3121", "0", "a", "é", "ß", "İ", "Ł", "\u{301}", "\u{0}", "\u{202E}", "😀", "%", "<b>", "';--",
    "\u{FB01}",
    "①", "٣", "\n", "port", "victoria", "australia", "north", "4",
  ]

  private func text(_ chance: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...9, using: &chance)).map { _ in Self.pieces.randomElement(using: &chance) ?? "" }
      .joined()
  }

  @Test func `two thousand texts are answered, and only with places to be seen at`() throws {
    let localities = try RepositoryData.localities()
    var chance = SeededGenerator(seed: 11)
    var answered = 0
    for _ in 0..<2_000 {
      let text = text(&chance)
      let found = localities.suggestions(for: text, atMost: 5)
      #expect(found.count <= 5 && found.allSatisfy { $0.kind == .street }, "\(text)")
      #expect(Set(found).count == found.count, "\(text)")
      answered += found.isEmpty ? 0 : 1
    }
    #expect(answered > 100)
    for text in [String(repeating: "\u{301}", count: 10_000), String(repeating: "st ", count: 10_000)] {
      #expect(localities.suggestions(for: text, atMost: 5) == [])
    }
  }

  @Test func `a name that is typed letter by letter is among the places at every letter from the second`()
    throws
  {
    let localities = try RepositoryData.localities()
    var chance = SeededGenerator(seed: 12)
    let streets = localities.rows.filter { $0.kind == .street }
    for row in (0..<40).compactMap({ _ in streets.randomElement(using: &chance) }) {
      let label = row.location.label
      for length in 2...label.count {
        let typed = String(label.prefix(length))
        // "O'" has one letter, and nothing is looked for yet.
        guard typed.count(where: \.isLetter) > 1 else { continue }
        #expect(localities.suggestions(for: typed, atMost: .max).contains(row), "\(typed) of \(label)")
      }
      #expect(localities.place(meantBy: label) == row)
    }
  }
}
