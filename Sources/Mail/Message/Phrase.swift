/// A display name beside an address or an identifier (RFC 5322, section 3.4).
enum Phrase {
  /// `name` as atoms, a quoted string or encoded-words, then `suffix`; `suffix` alone without a name.
  ///
  /// `column` is how many octets of the first line are taken.
  static func beside(_ suffix: String, name: String?, column: Int) -> String {
    let plain = Unstructured.plain(name ?? "")
    guard !plain.isEmpty else { return suffix }
    return "\(phrase(plain, column: column)) \(suffix)"
  }

  private static func phrase(_ name: String, column: Int) -> String {
    guard Unstructured.survives(name) else { return EncodedWord.encode(name, column: column, mayMove: true) }
    if name.utf8.allSatisfy({ $0.isAtomText || $0 == .space }) { return name }
    let quoted = quoted(name)
    return quoted.utf8.count <= longestQuoted
      ? quoted : EncodedWord.encode(name, column: column, mayMove: true)
  }

  /// Longer ones are encoded: readers differ over quoted strings that are folded.
  private static let longestQuoted = 60

  private static func quoted(_ name: String) -> String {
    let escaped = name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
