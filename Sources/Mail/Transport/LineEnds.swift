/// Line ends on the wire are CRLF and nothing else (RFC 5321, section 2.3.8).
enum LineEnds {
  /// Whether a CR or LF stands alone.
  ///
  /// libcurl stuffs no dot after a bare LF, and servers differ over whether one ends a line: a message
  /// that has one could end early and smuggle a second.
  static func areBare(in bytes: [UInt8]) -> Bool {
    var last: UInt8 = 0
    for octet in bytes {
      if (octet == .lineFeed) != (last == .carriageReturn) { return true }
      last = octet
    }
    return last == .carriageReturn
  }
}
