import Crypto
import Domain
import Foundation
import Store

/// A sign-in that a browser has begun and not come back from. It rests in the browser, sealed.
struct ProviderFlow: Codable, Sendable {
  /// Where it was begun, and so what it may do.
  enum Start: Codable, Hashable, Sendable {
    /// `next` is where its owner wanted to go.
    case signIn(next: NextPath?)
    /// In a session, which alone may be linked.
    case link(session: String)
    /// By the link of an invitation. Its secret is sealed with the rest: neither the provider nor an address gets it.
    case join(invitation: String)
  }

  /// Comes back in the address, and shows that this browser asked.
  let state: String
  /// Comes back in the token.
  let nonce: String
  /// Shows to the token endpoint that we asked (RFC 7636): 43 to 128 characters.
  let verifier: String
  let start: Start
  /// Of no use from then on.
  let until: Date

  /// A flow is begun and ended within ten minutes.
  static let lasts: TimeInterval = 600

  init(_ start: Start, now: Date) {
    state = Self.secret()
    nonce = Self.secret()
    verifier = Self.secret() + Self.secret()
    self.start = start
    until = now + Self.lasts
  }

  /// 160 bits in 32 characters.
  static func secret() -> String {
    var chance = Chance()
    return Base32.encode((0..<20).map { _ in UInt8.random(in: 0...255, using: &chance) })
  }

  /// The verifier's SHA-256 in base64url (RFC 7636, section 4.2).
  var challenge: String {
    Data(SHA256.hash(data: Data(verifier.utf8))).base64EncodedString()
      .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}

/// Somebody who came back, and has not yet pressed the button. It rests in the page, sealed, and counts in one browser only.
struct ProviderArrival: Codable, Sendable {
  let identity: ProviderIdentity
  let email: String
  let name: String
  let start: ProviderFlow.Start
  /// Of the secret that the browser's cookie holds.
  let browser: String
  /// Of no use from then on.
  let until: Date

  /// The address or the name that the provider shows; empty when it shows none.
  var account: String { email.isEmpty ? name : email }

  /// The button is pressed within five minutes.
  static let lasts: TimeInterval = 300

  init(_ person: OpenIDProvider.Person, of flow: ProviderFlow, secret: String, now: Date) {
    identity = person.identity
    email = person.email
    name = person.name
    start = flow.start
    browser = SecretDigest(of: secret).text
    until = now + Self.lasts
  }
}
