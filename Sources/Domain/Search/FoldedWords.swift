import Foundation

/// Texts as words that can be compared: small letters and digits, without marks above and below them.
enum FoldedWords {
  /// Words that say nothing by themselves.
  static let fillers: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "it", "of", "on", "or", "that", "the",
    "to", "with",
  ]

  /// Longer words are cut.
  private static let longest = 40

  /// The words of a text, in its order. Apostrophes join ("O’Connor" is `oconnor`), everything else parts.
  static func of(_ text: String) -> [String] {
    let isASCII = text.utf8.allSatisfy { $0 < 128 }
    return split(isASCII ? Array(text.utf8) : folded(text))
  }

  /// The words that a search for a text looks for: fillers count only where there is nothing else.
  static func sought(_ text: String, atMost limit: Int = 20) -> [String] {
    let words = of(text)
    let telling = words.filter { !fillers.contains($0) }
    return Array((telling.isEmpty ? words : telling).prefix(limit))
  }

  private static func split(_ octets: [UInt8]) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func end() {
      if !word.isEmpty { words.append(String(decoding: word.prefix(longest), as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for octet in octets {
      switch octet {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(octet)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(octet | 0x20)
      case UInt8(ascii: "'"): continue
      case 128...: word.append(octet)
      default: end()
      }
    }
    end()
    return words
  }

  /// The text without marks, its letters small; characters that are neither letter nor figure become spaces.
  private static func folded(_ text: String) -> [UInt8] {
    var octets: [UInt8] = []
    for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
      if let plain = plainLetters[scalar] {
        octets += plain.utf8
      } else if scalar.properties.generalCategory == .nonspacingMark || apostrophes.contains(scalar) {
        continue
      } else if scalar.isASCII || scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        octets += String(scalar).utf8
      } else {
        octets.append(UInt8(ascii: " "))
      }
    }
    return octets
  }

  private static let apostrophes: Set<Unicode.Scalar> = ["’", "‘", "ʼ", "ʻ"]

  /// Letters that no decomposition takes apart.
  private static let plainLetters: [Unicode.Scalar: String] = [
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ħ": "h",
  ]
}
