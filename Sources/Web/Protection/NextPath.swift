import Domain
import Hummingbird

/// Where somebody wanted to go before they had to sign in: a page of this site, and nothing else.
struct NextPath: Hashable, Sendable, Codable {
  /// `/listings?page=2`
  let text: String

  /// The path written as `text`, or nil when a browser could take it for another site, or it leads back to signing in.
  init?(_ text: String?) {
    guard let text, text.utf8.count <= 500, text.hasPrefix("/"), !LinkTarget(text).isRefused,
      !text.hasPrefix("/sign-")
    else { return nil }
    self.text = text
  }

  /// The page that a GET asked for; nil for another request, which cannot be repeated by a link.
  init?(of request: Request) {
    guard request.method == .get || request.method == .head else { return nil }
    self.init(request.uri.string)
  }

  /// `/sign-in`, which goes on to `next`.
  static func signIn(_ next: NextPath?) -> LinkTarget {
    guard let next else { return "/sign-in" }
    return LinkTarget("/sign-in?next=" + next.encoded)
  }

  /// As the value of a query: all but letters, figures and a few signs percent-encoded.
  private var encoded: String {
    text.utf8.reduce(into: "") { query, byte in
      if Self.isPlain(byte) {
        query.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        query += "%" + Hexadecimal.encode([byte]).uppercased()
      }
    }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: "/-._~".utf8.contains(byte)
    }
  }
}
