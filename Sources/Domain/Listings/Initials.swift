/// The letters that stand for a person where there is no photo: those that the first word of the name and the last begin with.
public enum Initials {
  /// Words before a name that are none of it, in lower case.
  private static let titles: Set<Substring> = [
    "dr", "dr.", "prof", "prof.", "professor", "a/prof", "a/prof.", "assoc", "assoc.", "associate", "mr",
    "mr.", "mrs",
    "mrs.", "ms", "ms.", "miss", "mx", "mx.",
  ]

  /// One letter, two, or none: titles, what stands after a comma, and words that begin with no letter are passed over.
  public static func of(_ name: String) -> String {
    let words = name.prefix { $0 != "," }.split(whereSeparator: \.isWhitespace)
    let named = words.drop { titles.contains($0.lowercased()[...]) }
    let letters = (named.isEmpty ? words[...] : named).compactMap(\.first).filter(\.isLetter)
    guard let first = letters.first else { return name.first(where: \.isLetter).map(capital) ?? "" }
    return capital(first) + (letters.count > 1 ? letters.last.map(capital) ?? "" : "")
  }

  /// A capital without the marks that were piled upon it beyond what any alphabet needs.
  private static func capital(_ letter: Character) -> String {
    guard let base = letter.unicodeScalars.first else { return "" }
    let marks = letter.unicodeScalars.dropFirst()
    return base.properties.titlecaseMapping.prefix(1)
      + (marks.count < 4 ? String(String.UnicodeScalarView(marks)) : "")
  }
}
