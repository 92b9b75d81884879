import Foundation

/// Encoded-words: Unicode in header fields (RFC 2047).
enum EncodedWord {
  /// `=?UTF-8?B?` and `?=`.
  private static let frame = 12
  /// The longest encoded-word (RFC 2047, section 2).
  private static let longest = 75

  /// `text` as encoded-words separated by spaces, each of whole characters and at most 75 octets.
  ///
  /// `column` is how many octets of the first line are taken, so that the first word can end in time.
  /// With `mayMove` a text that fits one word stays one, on a line of its own if need be: some readers
  /// show a space where two words of a name meet. Unstructured fields do not move: the same readers take
  /// the fold for a space of the text.
  static func encode(_ text: String, column: Int, mayMove: Bool) -> String {
    let (quotes, length) = form(of: text)
    let whole = longest - frame
    let beside = HeaderField.preferredLine - column - 1 - frame
    var room = mayMove && length <= whole || beside < minimumRoom ? whole : min(beside, whole)
    var words: [String] = []
    var rest = Substring(text).unicodeScalars
    while !rest.isEmpty {
      let piece = take(from: &rest, room: room, quotes: quotes)
      words.append(quotes ? "=?UTF-8?Q?\(quotedText(piece))?=" : "=?UTF-8?B?\(base64(piece))?=")
      room = whole
    }
    return words.joined(separator: " ")
  }

  /// With less room than this on the first line the first word goes to the next.
  private static let minimumRoom = 24

  /// Q or B, whichever is shorter, and how many octets the text takes in it.
  private static func form(of text: String) -> (quotes: Bool, length: Int) {
    let plainCount = text.utf8.reduce(0) { $0 + (isPlain($1) ? 1 : 0) }
    let quoted = plainCount + 3 * (text.utf8.count - plainCount)
    let base64 = (text.utf8.count + 2) / 3 * 4
    return (quoted <= base64, min(quoted, base64))
  }

  /// Takes as many whole characters as encode into `room` octets; at least one.
  private static func take(from rest: inout Substring.UnicodeScalarView, room: Int, quotes: Bool) -> String {
    var used = 0
    var end = rest.startIndex
    let limit = quotes ? room : room / 4 * 3
    while end < rest.endIndex {
      let cost = quotes ? quotedCost(rest[end]) : UTF8.width(rest[end])
      guard used + cost <= limit else { break }
      used += cost
      end = rest.index(after: end)
    }
    defer { rest = rest[end...] }
    return String(rest[..<end])
  }

  private static func quotedCost(_ scalar: Unicode.Scalar) -> Int {
    scalar.isASCII && isPlain(UInt8(scalar.value)) ? 1 : 3 * UTF8.width(scalar)
  }

  /// What Q writes as one octet anywhere, a display name included (RFC 2047, section 5, rule 3).
  private static func isPlain(_ octet: UInt8) -> Bool {
    octet.isLetterOrDigit || octet == .space || "!*+-/".utf8.contains(octet)
  }

  private static func quotedText(_ text: String) -> String {
    var octets: [UInt8] = []
    for octet in text.utf8 {
      if octet == .space {
        octets.append(UInt8(ascii: "_"))
      } else if isPlain(octet) {
        octets.append(octet)
      } else {
        octets.append(.equals)
        octets.appendHex(octet)
      }
    }
    return String(decoding: octets, as: UTF8.self)
  }

  private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
