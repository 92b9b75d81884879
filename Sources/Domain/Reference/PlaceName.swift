import Foundation

/// How names of places are compared.
enum PlaceName {
  /// Abbreviations that people write out or not: "St Kilda" and "Saint Kilda" are one name.
  static let spelledOut = ["st": "saint", "mt": "mount"]

  /// What a place's name is compared by: its words, written out, with a space between.
  static func key(of name: String) -> String {
    words(of: name).map { spelledOut[$0] ?? $0 }.joined(separator: " ")
  }

  /// The words of a text: small letters and digits without accents. An apostrophe joins ("O'Connor" is one word), whatever else
  /// is no letter and no digit parts.
  static func words(of text: String) -> [String] {
    text.utf8.allSatisfy { $0 < 0x80 } ? parted(text.lowercased().unicodeScalars) : parted(plain(text))
  }

  /// Small letters without what stands above and below them.
  private static func plain(_ text: String) -> String.UnicodeScalarView {
    let marked = text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
    return String.UnicodeScalarView(
      marked.filter {
        let category = $0.properties.generalCategory
        return category != .nonspacingMark && category != .enclosingMark
      })
  }

  private static func parted(_ scalars: String.UnicodeScalarView) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    for scalar in scalars where !isApostrophe(scalar) {
      if isOfWord(scalar) {
        word.append(scalar)
      } else if !word.isEmpty {
        words.append(String(word))
        word = String.UnicodeScalarView()
      }
    }
    return word.isEmpty ? words : words + [String(word)]
  }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}" || scalar == "\u{2018}" || scalar == "\u{2BC}"
  }

  private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) }
    return scalar.properties.isAlphabetic || scalar.properties.numericType == .decimal
  }
}
