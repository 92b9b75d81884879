import Domain
import Foundation
import HTTPTypes
import Hummingbird
import Store

/// Protects forms that rest on a session's cookie: a code of the session, masked anew in every page so that a compressed
/// page that echoes a query does not leak it (BREACH), and `Sec-Fetch-Site`. `Origin` is no test: with
/// `Referrer-Policy: no-referrer` browsers send `null` on the site's own forms.
struct FormProtection: Sendable {
  let keys: KeyRing

  /// A token for a page shown in a session: a random mask, then the masked code.
  func issue(for session: SecretDigest) -> String {
    var chance = Chance()
    let mask = (0..<16).map { _ in UInt8.random(in: 0...255, using: &chance) }
    let code = (keys.code(Array(session.text.utf8), for: .formToken, keyID: keys.currentID) ?? []).prefix(16)
    return "\(keys.currentID)." + Base32.encode(mask + zip(code, mask).map { $0 ^ $1 })
  }

  /// Whether a token was issued in the session.
  func isValid(_ token: String, for session: SecretDigest) -> Bool {
    let parts = token.split(separator: ".")
    guard parts.count == 2, let keyID = UInt8(parts[0]), let octets = Base32.decode(parts[1]),
      octets.count == 32
    else {
      return false
    }
    let code = zip(octets.suffix(16), octets.prefix(16)).map { $0 ^ $1 }
    return keys.isValid(code, of: Array(session.text.utf8), for: .formToken, keyID: keyID)
  }
}

extension Request {
  /// Whether a browser says that another site's page sent this. Scripts and old browsers say nothing.
  var isFromAnotherSite: Bool {
    guard let name = HTTPField.Name("sec-fetch-site"), let site = headers[name] else { return false }
    return site != "same-origin" && site != "none"
  }
}
