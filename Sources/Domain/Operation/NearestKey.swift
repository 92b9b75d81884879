/// Finds the name that a misspelt one was probably meant to be.
public enum NearestKey {
  /// Nobody misspells so much: longer texts, in characters, are not compared.
  private static let longest = 80

  /// The known name with the fewest edits, when they are at most a third of its length; the first of equals.
  public static func to(_ written: String, among known: [String]) -> String? {
    guard written.utf8.count <= longest else { return nil }
    let ranked = known.map { (name: $0, edits: edits(Array(written.lowercased()), Array($0.lowercased()))) }
    guard let best = ranked.min(by: { $0.edits < $1.edits }), best.edits * 3 <= best.name.count else {
      return nil
    }
    return best.name
  }

  /// Levenshtein's distance: insertions, deletions and replacements that turn one text into the other.
  public static func edits(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, character) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (other, candidate) in second.enumerated() {
        let replaced = diagonal + (character == candidate ? 0 : 1)
        diagonal = row[other + 1]
        row[other + 1] = min(replaced, diagonal + 1, row[other] + 1)
      }
    }
    return row[second.count]
  }
}
