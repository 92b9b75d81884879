/// Writes header fields: `Name: value`, CRLF, folded at spaces.
///
/// Lines have at most 76 octets where the value has spaces to fold at: RFC 2047 allows no more beside an
/// encoded-word, RFC 5322 advises 78. What has no spaces, such as a URL, stands whole on a line of its
/// own.
enum HeaderField {
  /// The longest line that is aimed for, without its CRLF.
  static let preferredLine = 76
  /// The longest line there may be, without its CRLF (RFC 5322, section 2.1.1).
  static let longestLine = 998

  /// Appends a field whose value is printable ASCII; runs of spaces become one.
  ///
  /// Anything else is refused, so that no value can end its line and start a header of its own.
  static func append(_ name: String, _ value: String, to bytes: inout [UInt8]) throws(MessageError) {
    guard isName(name), isValue(value) else { throw .header(name: isName(name) ? name : "") }
    bytes.append(contentsOf: name.utf8)
    bytes.append(UInt8(ascii: ":"))
    let fits = value.withOctets { appendFolded($0, from: name.utf8.count + 1, to: &bytes) }
    guard fits else { throw .header(name: name) }
    bytes.endLine()
  }

  /// Appends the words of a value, each after a space; false when one is too long for any line.
  private static func appendFolded(
    _ value: UnsafeBufferPointer<UInt8>, from start: Int, to bytes: inout [UInt8]
  ) -> Bool {
    var column = start
    for word in value.split(separator: .space) {
      guard word.count < longestLine else { return false }
      if column + 1 + word.count > preferredLine {
        bytes.endLine()
        column = 0
      }
      bytes.append(.space)
      bytes.append(contentsOf: word)
      column += 1 + word.count
    }
    return true
  }

  /// 1 to 70 visible characters without a colon (RFC 5322, section 3.6.8).
  private static func isName(_ name: String) -> Bool {
    (1...70).contains(name.utf8.count) && name.utf8.allSatisfy { $0.isVisible && $0 != UInt8(ascii: ":") }
  }

  /// Printable, and not blank: a line of nothing but spaces is obsolete syntax.
  private static func isValue(_ value: String) -> Bool {
    value.utf8.allSatisfy { $0.isVisible || $0 == .space } && value.utf8.contains { $0 != .space }
  }
}
