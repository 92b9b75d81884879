import Foundation

/// Reads a header's value as RFC 2047 says, and a mailbox's name and address.
enum DecodedWords {
  /// `value` with its encoded-words decoded; space between two of them is dropped.
  static func text(_ value: String) -> String {
    var text = ""
    var wasEncoded = false
    for word in value.split(separator: " ", omittingEmptySubsequences: false) {
      let decoded = decode(String(word))
      if !text.isEmpty && !(wasEncoded && decoded != nil) { text += " " }
      text += decoded ?? String(word)
      wasEncoded = decoded != nil
    }
    return text
  }

  /// The display name and the address of `name <address>`.
  static func mailbox(_ value: String) -> (name: String?, address: String) {
    guard let bracket = value.lastIndex(of: "<") else { return (nil, value) }
    let address = String(value[bracket...].dropFirst().dropLast())
    let phrase = value[..<bracket].trimmingCharacters(in: .whitespaces)
    guard phrase.hasPrefix("\"") else { return (phrase.isEmpty ? nil : text(phrase), address) }
    var name = ""
    var isEscaped = false
    for scalar in phrase.dropFirst().dropLast().unicodeScalars {
      if scalar == "\\" && !isEscaped {
        isEscaped = true
      } else {
        name.unicodeScalars.append(scalar)
        isEscaped = false
      }
    }
    return (name, address)
  }

  /// One encoded-word; each must be whole UTF-8 of its own, or it counts as none.
  private static func decode(_ word: String) -> String? {
    guard word.hasPrefix("=?UTF-8?"), word.hasSuffix("?="), word.utf8.count <= 75 else { return nil }
    let payload = word.dropFirst("=?UTF-8?B?".count).dropLast(2)
    if word.hasPrefix("=?UTF-8?B?") {
      return Data(base64Encoded: String(payload)).flatMap { String(validating: $0, as: UTF8.self) }
    }
    let octets = payload.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
    return String(validating: ParsedMessage.unquoted(octets[...], escape: UInt8(ascii: "=")), as: UTF8.self)
  }
}
