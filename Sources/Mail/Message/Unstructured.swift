/// Turns a person's words into what a header may hold.
enum Unstructured {
  /// `text` with every run of control characters (CR, LF and NUL among them) as one space, trimmed.
  static func plain(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { $0 >= .space && $0 != 0x7F }
    if isPlain && text.utf8.first != .space && text.utf8.last != .space { return text }
    var octets: [UInt8] = []
    octets.reserveCapacity(text.utf8.count)
    var afterControl = false
    for octet in text.utf8 {
      let isControl = octet < 0x20 || octet == 0x7F
      if !isControl { octets.append(octet) } else if !afterControl { octets.append(.space) }
      afterControl = isControl
    }
    let end = octets.lastIndex { $0 != .space }.map { $0 + 1 } ?? 0
    return String(decoding: octets[..<end].drop { $0 == .space }, as: UTF8.self)
  }

  /// The subject's value: as it stands where a header can carry it, in encoded-words otherwise.
  ///
  /// `column` is how many octets of the first line are taken.
  static func value(_ text: String, column: Int) -> String {
    let text = plain(text)
    return survives(text) ? text : EncodedWord.encode(text, column: column, mayMove: false)
  }

  /// Whether `text` reaches the reader unchanged: ASCII that folds and unfolds to itself and that no
  /// reader takes for an encoded-word.
  static func survives(_ text: String) -> Bool {
    var word = 0
    var last: UInt8 = 0
    for octet in text.utf8 {
      guard octet >= .space, octet < 0x7F else { return false }
      if octet == .space && last == .space { return false }
      if octet == UInt8(ascii: "?") && last == .equals { return false }
      word = octet == .space ? 0 : word + 1
      guard word <= longestWord else { return false }
      last = octet
    }
    return true
  }

  /// Longer words are encoded, so that they can be folded; leaves room for `Subject:` before it.
  private static let longestWord = 66
}
