/// What somebody types to find a place, in all the ways that it can be read: "port vic" begins Port Victoria, and may be the
/// half of Port Melbourne in Victoria.
struct PlaceQuery {
  /// One way to read it. What is empty says nothing.
  struct Reading {
    /// What the name begins with, or is, by the key of ``PlaceName``; more than one where the last word may be an abbreviation
    /// or the beginning of another word.
    var names: [String]
    /// Whether the name is written to its end.
    var isNameWhole = false
    var states: Set<String> = []
    /// What the postcode begins with.
    var postcode = ""
    /// Whether the whole text is read as a name.
    var isNameAlone = false
    /// Whether a place of just that name is surely meant; not while the state behind it may yet become another word.
    var mayBeExact = true
  }

  /// The likeliest first.
  let readings: [Reading]

  /// Nothing longer than this is looked at, in Unicode scalars; the longest label has 46.
  private static let longest = 80

  /// Nil for a text of which nothing can be looked for: fewer than two letters and digits.
  init?(_ text: String) {
    let words = PlaceName.words(
      of: String(String.UnicodeScalarView(text.unicodeScalars.prefix(Self.longest))))
    guard words.reduce(0, { $0 + $1.unicodeScalars.count }) >= 2 else { return nil }
    var readings = Self.named(words)
    readings[0].isNameAlone = true
    if let last = words.last, Self.isBeginningOfPostcode(last) {
      readings += Self.named(Array(words.dropLast()), postcode: last)
    }
    if let first = words.first, first.utf8.count == 4, Self.isBeginningOfPostcode(first), words.count > 1 {
      readings += Self.named(Array(words.dropFirst()), postcode: first)
    }
    self.readings = readings
  }

  /// A name, then perhaps a state.
  private static func named(_ words: [String], postcode: String = "") -> [Reading] {
    var readings = [Reading(names: beginnings(words), postcode: postcode)]
    for count in 1...3 where count < words.count || count == words.count && !postcode.isEmpty {
      let (name, tail) = (words.dropLast(count), words.suffix(count).joined(separator: " "))
      if Locality.states.contains(tail.uppercased()) {
        readings.append(
          Reading(names: beginnings(Array(name)), states: [tail.uppercased()], postcode: postcode))
      } else if !name.isEmpty {
        let states = Locality.stateNames.filter {
          $0.key.lowercased().hasPrefix(tail) || $0.value.hasPrefix(tail)
        }
        guard !states.isEmpty else { continue }
        readings.append(
          Reading(
            names: [name.map(spelledOut).joined(separator: " ")], isNameWhole: true, states: Set(states.keys),
            postcode: postcode, mayBeExact: states.values.contains(tail)))
      }
    }
    return readings
  }

  /// What keys begin with that these words begin: "st" stands for saint, or begins Stirling. No words begin any.
  private static func beginnings(_ words: [String]) -> [String] {
    guard let last = words.last else { return [""] }
    let before = words.dropLast().map { spelledOut($0) + " " }.joined()
    return Set([last, spelledOut(last)]).sorted().map { before + $0 }
  }

  private static func spelledOut(_ word: String) -> String { PlaceName.spelledOut[word] ?? word }

  private static func isBeginningOfPostcode(_ word: String) -> Bool {
    word.utf8.count <= 4 && word.utf8.allSatisfy { (48...57).contains($0) }
  }
}
