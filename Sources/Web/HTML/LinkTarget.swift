/// Where a link, a form or an asset points: the only type that `href`, `src` and `action` take.
///
/// Promise: it is a path of this site (`/…`, `?…`, `#…`) or begins with `https://`, `http://`, `mailto:` or
/// `tel:`; it holds no space, control character, quote, backslash or byte beyond ASCII. Browsers drop tabs and
/// line feeds inside an address (URL Standard, 4.4), so `java\nscript:` would run: such a text is refused whole.
struct LinkTarget: Hashable, Sendable {
  /// The address, or `about:invalid` (which browsers never load) when it was refused.
  let text: String

  /// Whether the text given was not an address that a page may hold.
  var isRefused: Bool { text == Self.refused }

  /// Checks an address; one that breaks the promise becomes `about:invalid`.
  init(_ address: String) {
    text = Self.isAllowed(address.utf8) ? address : Self.refused
  }

  /// A new message to an email address. What is not plain is percent-encoded, so an address can add neither a
  /// subject nor a second recipient (RFC 6068, section 2).
  static func mail(to address: String) -> Self {
    LinkTarget("mailto:" + percentEncoded(address))
  }

  private static let refused = "about:invalid"
  private static let schemes = ["https://", "http://", "mailto:", "tel:"]

  private static func isAllowed(_ address: String.UTF8View) -> Bool {
    guard address.allSatisfy(isPlain) else { return false }
    let isOfThisSite = address.first.map { "/?#".utf8.contains($0) } ?? false
    if isOfThisSite { return !address.starts(with: "//".utf8) }
    return schemes.contains { scheme in
      address.prefix(scheme.utf8.count).map(lowercased).elementsEqual(scheme.utf8)
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !#""'<>\^`{|}"#.utf8.contains(byte)
  }

  private static func lowercased(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }

  private static func percentEncoded(_ address: String) -> String {
    address.utf8.reduce(into: "") { text, byte in
      if isKeptInMail(byte) {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        text += (byte < 16 ? "%0" : "%") + hex
      }
    }
  }

  private static func isKeptInMail(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "@.-_~+".utf8.contains(byte)
    }
  }
}

extension LinkTarget: ExpressibleByStringInterpolation {
  /// `"/w/\(token)"`: checked like any other.
  init(stringLiteral value: String) { self.init(value) }
}
