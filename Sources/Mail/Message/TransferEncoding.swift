import Foundation

/// How a body part travels (RFC 2045, section 6): lines of at most 76 octets, whatever the text holds.
enum TransferEncoding: String {
  case quotedPrintable = "quoted-printable"
  case base64

  /// Base64 for text that is mostly not ASCII, where it is shorter; quoted-printable, which people can
  /// read, for the rest.
  static func best(for text: String) -> TransferEncoding {
    text.withOctets { octets in
      let beyondASCII = octets.reduce(0) { $0 + Int($1 >> 7) }
      return beyondASCII * 2 > octets.count ? .base64 : .quotedPrintable
    }
  }

  /// Appends `text` encoded, its line ends as CRLF, without a line end of its own.
  func append(_ text: String, to bytes: inout [UInt8]) {
    switch self {
    case .quotedPrintable: text.withOctets { QuotedPrintable.append($0, to: &bytes) }
    case .base64: bytes.append(contentsOf: Self.base64Lines(text))
    }
  }

  private static func base64Lines(_ text: String) -> Data {
    var canonical: [UInt8] = []
    canonical.reserveCapacity(text.utf8.count + text.utf8.count / 16)
    var last: UInt8 = 0
    for octet in text.utf8 {
      if octet == .carriageReturn || octet == .lineFeed && last != .carriageReturn {
        canonical.endLine()
      } else if octet != .lineFeed {
        canonical.append(octet)
      }
      last = octet
    }
    return Data(canonical).base64EncodedData(
      options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
  }
}
