/// The octets that mail's grammar is made of.
extension UInt8 {
  static let tab: UInt8 = 0x09
  static let lineFeed: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let equals: UInt8 = 0x3D

  /// A visible ASCII character, 33...126.
  var isVisible: Bool { self > 0x20 && self < 0x7F }

  var isLetterOrDigit: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// What an atom may hold (RFC 5322, section 3.2.3).
  var isAtomText: Bool { isLetterOrDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(self) }
}

extension [UInt8] {
  /// Ends a line the only way that mail knows.
  mutating func endLine() {
    append(.carriageReturn)
    append(.lineFeed)
  }

  /// Appends `octet` as two upper-case hexadecimal digits.
  mutating func appendHex(_ octet: UInt8) {
    append(Self.hexDigit(octet >> 4))
    append(Self.hexDigit(octet & 0x0F))
  }

  private static func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 0x30 + nibble : 0x37 + nibble }
}

extension String {
  /// Calls `body` with the text's UTF-8 octets, without a copy where they lie together in memory.
  func withOctets<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
