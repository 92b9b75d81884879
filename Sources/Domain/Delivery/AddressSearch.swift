/// Finds what looks like email addresses in a text.
struct AddressSearch {
  let scalars: [Unicode.Scalar]

  /// The first address whose at-sign stands at `position` or later. It may begin before.
  func next(from position: Int) -> Range<Int>? {
    var index = position
    while index < scalars.count {
      let sign = atSign(at: index)
      if sign > 0 {
        let start = localPart(before: index)
        if start < index { return withBrackets(start..<domain(after: index + sign)) }
      }
      index += max(sign, 1)
    }
    return nil
  }

  /// The first place from `position` on, and before `limit`, where `word` stands by itself; ASCII letters match in any case.
  func word(_ word: [Unicode.Scalar], from position: Int, before limit: Int?) -> Range<Int>? {
    let limit = limit ?? scalars.count
    guard !word.isEmpty, position + word.count <= limit else { return nil }
    for start in position...(limit - word.count) {
      let end = start + word.count
      let isSame = zip(scalars[start..<end], word).allSatisfy { Self.folded($0) == Self.folded($1) }
      let isAlone =
        (start == 0 || !Self.isPartOfWord(scalars[start - 1]))
        && (end == scalars.count || !Self.isPartOfWord(scalars[end]))
      if isSame && isAlone { return start..<end }
    }
    return nil
  }

  /// How many scalars an at-sign takes here: one, also in its wide and small forms; three and more when it is
  /// percent-encoded, once or several times (`%40`, `%2540`); 0 when there is none.
  private func atSign(at index: Int) -> Int {
    switch scalars[index] {
    case "@", "\u{FF20}", "\u{FE6B}": return 1
    case "%":
      var end = index + 1
      while matches("25", at: end) { end += 2 }
      return matches("40", at: end) ? end + 2 - index : 0
    default: return 0
    }
  }

  /// Where the local part begins that ends before the at-sign; the sign itself when there is none.
  private func localPart(before sign: Int) -> Int {
    var start = sign
    while start > 0 {
      let previous = scalars[start - 1]
      let mayCloseQuote = start == sign || scalars[start] == "."
      if previous == "\"", mayCloseQuote {
        start = openingQuote(before: start - 1) ?? start - 1
      } else if previous == "\"" || Self.endsAddress(previous) {
        break
      } else {
        start -= 1
      }
    }
    return start
  }

  /// The quote that the one at `closing` closes. A backslash before a quote makes it text (RFC 5322, section 3.2.1).
  private func openingQuote(before closing: Int) -> Int? {
    var index = closing - 1
    while index >= 0 {
      let backslashes = scalars[..<index].reversed().prefix { $0 == "\\" }.count
      if scalars[index] == "\"", backslashes.isMultiple(of: 2) { return index }
      index -= 1
    }
    return nil
  }

  /// Where the domain ends, without the full stop of a sentence.
  private func domain(after sign: Int) -> Int {
    var end = sign
    if end < scalars.count, scalars[end] == "[" {
      end = scalars[end...].firstIndex(of: "]").map { $0 + 1 } ?? scalars.count
    }
    while end < scalars.count, !Self.endsAddress(scalars[end]), scalars[end] != "\"" { end += 1 }
    while end > sign, [".", "!", "?", "'"].contains(scalars[end - 1]) { end -= 1 }
    return end
  }

  /// With the angle brackets around it, and whatever else they hold.
  private func withBrackets(_ range: Range<Int>) -> Range<Int> {
    let isBracket: (Unicode.Scalar) -> Bool = { $0 == "<" || $0 == ">" }
    guard let open = scalars[..<range.lowerBound].lastIndex(where: isBracket), scalars[open] == "<" else {
      return range
    }
    let close = scalars[range.upperBound...].firstIndex(where: isBracket)
    guard let close, scalars[close] == ">" else { return open..<range.upperBound }
    return open..<(close + 1)
  }

  private func matches(_ digits: String, at index: Int) -> Bool {
    index + 2 <= scalars.count && scalars[index..<(index + 2)].elementsEqual(digits.unicodeScalars)
  }

  /// What stands in no address outside quotes and brackets (RFC 5322's specials, without those of its words).
  private static func endsAddress(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", ">", "(", ")", "[", "]", ",", ";", ":": true
    default: scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
    }
  }

  private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "_" || scalar == "-"
  }

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    ("A"..."Z").contains(scalar) ? scalar.value + 32 : scalar.value
  }
}
