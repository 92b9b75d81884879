import Mustache

/// Escapes text for HTML octet by octet.
///
/// The library's own HTML type compares grapheme clusters, so that a quote followed by a combining mark is one
/// other character to it, goes out as it is, and ends the attribute it stands in.
struct HTMLEscaping: MustacheContentType {
  /// The name that templates are given it by.
  static let name = "HELPLINK-HTML"

  /// Makes the library know the type; once, before the first template is parsed.
  static let registered: Void = MustacheContentTypes.register(HTMLEscaping(), named: name)

  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: { Self.entity($0) != nil }) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 32)
    for octet in text.utf8 {
      if let entity = Self.entity(octet) {
        escaped.append(contentsOf: entity.utf8)
      } else {
        escaped.append(octet)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func entity(_ octet: UInt8) -> String? {
    switch octet {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }
}
