/// The bytes of a page while it is written.
///
/// Escaping looks at UTF-8 bytes, never at characters: Swift joins a quote and a combining mark that follows it
/// into one `Character` that is equal to neither, and a comparison of characters would let that quote out.
struct HTMLWriter {
  private(set) var bytes: [UInt8] = []

  /// An empty page with room for `capacity` bytes.
  init(capacity: Int) { bytes.reserveCapacity(capacity) }

  /// Markup that stands in our source: tag names, attribute names, our own constants.
  mutating func write(markup: StaticString) {
    markup.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  /// What a writer has written before.
  mutating func write(_ markup: RenderedMarkup) { bytes.append(contentsOf: markup.bytes) }

  /// Text, or the value of a quoted attribute: the same five characters are escaped in both.
  mutating func write(text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var rest = utf8[...]
      while let index = rest.firstIndex(where: Self.isUnsafe) {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rest[..<index]))
        write(markup: Self.replacement(for: rest[index]))
        rest = rest[(index + 1)...]
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: rest))
    }
  }

  /// The controls other than tab, line feed and carriage return, and the five characters with a meaning.
  private static func isUnsafe(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D: false
    case 0x00..<0x20, 0x7F: true
    case UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"), UInt8(ascii: ">"): true
    default: false
    }
  }

  /// A control character has no meaning in a page (HTML Standard, 13.2.3.5): what stands for "unknown" replaces it.
  private static func replacement(for byte: UInt8) -> StaticString {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: "\u{FFFD}"
    }
  }
}
