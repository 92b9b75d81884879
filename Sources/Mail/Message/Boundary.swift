import Crypto

/// The line that separates the parts of a multipart message (RFC 2046, section 5.1.1).
enum Boundary {
  /// A boundary that depends on the parts alone, so that one message always has the same bytes.
  ///
  /// It begins with `=_`, which neither quoted-printable nor base64 can produce: it cannot occur in a
  /// part.
  static func derived(from parts: [String]) -> String {
    var hash = SHA256()
    for part in parts {
      part.withOctets { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
      withUnsafeBytes(of: part.utf8.count.littleEndian) { hash.update(bufferPointer: $0) }
    }
    var digits: [UInt8] = []
    for octet in hash.finalize().prefix(16) { digits.appendHex(octet) }
    return "=_" + String(decoding: digits, as: UTF8.self)
  }
}
