/// Quoted-printable (RFC 2045, section 6.7) of UTF-8 text.
///
/// CR, LF and CRLF all end a line. Beyond what the RFC demands, a dot or `From ` that begins a line is
/// encoded: the first so that no relay's dot-stuffing matters, the second so that no mailbox file
/// mangles it.
struct QuotedPrintable {
  /// The longest encoded line, a soft break's `=` included.
  private static let longestLine = 76

  private let source: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var column = 0

  private init(_ source: UnsafeBufferPointer<UInt8>) { self.source = source }

  /// Appends `source` encoded, its line ends as CRLF, without adding one at the end.
  static func append(_ source: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var encoder = QuotedPrintable(source)
    while encoder.index < source.count {
      encoder.copyRun(&bytes)
      if encoder.index < source.count { encoder.step(&bytes) }
    }
  }

  /// Copies what plainly stands for itself, up to the end of the encoded line: nearly all of a text, at
  /// the price of a scan instead of a decision an octet.
  private mutating func copyRun(_ bytes: inout [UInt8]) {
    guard column > 0 else { return }
    let limit = min(source.count, index + Self.longestLine - 1 - column)
    var end = index
    while end < limit, isPlain(at: end) { end += 1 }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[index..<end]))
    column += end - index
    index = end
  }

  private func isPlain(at index: Int) -> Bool {
    let octet = source[index]
    guard octet == .space else { return octet.isVisible && octet != .equals }
    return index + 1 < source.count && source[index + 1].isVisible
  }

  /// Writes one octet, a line end, or a soft break after which the same octet begins a line.
  private mutating func step(_ bytes: inout [UInt8]) {
    let octet = source[index]
    if octet == .carriageReturn || octet == .lineFeed {
      if octet == .carriageReturn && follows(.lineFeed) { index += 1 }
      bytes.endLine()
      column = 0
      index += 1
    } else if column + width(octet) >= Self.longestLine {
      bytes.append(.equals)
      bytes.endLine()
      column = 0
    } else {
      write(octet, &bytes)
    }
  }

  private func width(_ octet: UInt8) -> Int { isLiteral(octet) ? 1 : 3 }

  private mutating func write(_ octet: UInt8, _ bytes: inout [UInt8]) {
    if isLiteral(octet) {
      bytes.append(octet)
      column += 1
    } else {
      bytes.append(.equals)
      bytes.appendHex(octet)
      column += 3
    }
    index += 1
  }

  /// Whether the octet may stand for itself here.
  private func isLiteral(_ octet: UInt8) -> Bool {
    switch octet {
    case .space, .tab: !endsLine
    case .equals: false
    case UInt8(ascii: "."): column > 0
    case UInt8(ascii: "F"): column > 0 || !beginsFrom
    default: octet.isVisible
    }
  }

  /// White space that ends a line would be stripped on the way, so it is encoded.
  private var endsLine: Bool {
    index + 1 == source.count || follows(.carriageReturn) || follows(.lineFeed)
  }

  private var beginsFrom: Bool {
    source.count - index >= 5 && source[index + 1] == UInt8(ascii: "r")
      && source[index + 2] == UInt8(ascii: "o")
      && source[index + 3] == UInt8(ascii: "m") && source[index + 4] == .space
  }

  private func follows(_ octet: UInt8) -> Bool { index + 1 < source.count && source[index + 1] == octet }
}
