/// The last check of an address before it reaches a header or an SMTP command.
///
/// Addresses were read by Domain's stricter rule long before; this one makes sure that nothing else,
/// above all no CR, LF, NUL, bracket or non-ASCII octet, is ever written (libcurl passes them on).
enum AddressRule {
  /// `address` itself, or an error that names `field`.
  static func checked(_ address: String, field: String) throws(MessageError) -> String {
    guard isAddress(address) else { throw .address(field: field) }
    return address
  }

  /// A dot-string local part of at most 64 octets, `@`, a domain of letters, digits, hyphens and dots;
  /// 254 octets in all (RFC 5321, section 4.5.3.1).
  static func isAddress(_ address: String) -> Bool {
    let parts = address.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    guard parts.count == 2, address.utf8.count <= 254 else { return false }
    return isDotted(parts[0], longest: 64) { $0.isAtomText }
      && isDotted(parts[1], longest: 253) { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }
  }

  /// `left@right` where each side is a dot-atom (RFC 5322, section 3.6.4), at most 250 octets.
  static func isMessageID(_ identifier: String) -> Bool {
    let parts = identifier.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
    return parts.count == 2 && identifier.utf8.count <= 250
      && parts.allSatisfy { part in isDotted(part, longest: 250) { $0.isAtomText } }
  }

  private static func isDotted(
    _ text: Substring.UTF8View, longest: Int, _ isAllowed: (UInt8) -> Bool
  ) -> Bool {
    let dot = UInt8(ascii: ".")
    guard (1...longest).contains(text.count), text.first != dot, text.last != dot else { return false }
    var last: UInt8 = 0
    for octet in text {
      guard isAllowed(octet) || octet == dot && last != dot else { return false }
      last = octet
    }
    return true
  }
}
