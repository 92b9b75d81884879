/// Names and values as a query or the body of a form has them (WHATWG URL, application/x-www-form-urlencoded).
struct URLEncoded {
  let text: String

  init(_ pairs: [(name: String, value: String)]) {
    text = pairs.map { "\(Self.encode($0.name))=\(Self.encode($0.value))" }.joined(separator: "&")
  }

  /// Every octet but letters, digits, `-`, `.`, `_` and `~` as `%XX` (RFC 3986, section 2.3).
  static func encode(_ text: String) -> String {
    text.utf8.map { octet in
      switch octet {
      case 48...57, 65...90, 97...122, 45, 46, 95, 126: String(UnicodeScalar(octet))
      default: (octet < 16 ? "%0" : "%") + String(octet, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
