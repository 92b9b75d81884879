import Foundation
import JWTKit

/// An ID token as it came, not yet believed.
struct IDToken {
  let text: String
  let algorithm: SigningAlgorithm
  let keyID: String?

  /// Reads the header of a token; one that is signed with an algorithm which is not `allowed` is refused.
  init(_ text: String, allowed: Set<String>) throws(OpenIDFailure) {
    guard let parsed = try? DefaultJWTParser().parse(Array(text.utf8), as: IDTokenClaims.self) else {
      throw .token(.malformed)
    }
    let header = parsed.header
    // What must be understood and is not refuses the whole (RFC 7515, section 4.1.11).
    guard header.fields["crit"] == nil else { throw .token(.malformed) }
    guard let name = header.alg, allowed.contains(name), let algorithm = SigningAlgorithm(rawValue: name)
    else { throw .token(.algorithm) }
    self.text = text
    self.algorithm = algorithm
    keyID = header.kid
  }

  /// What the token says, when one of the keys signed it.
  func claims(signedWith keys: [ProviderKey]) async throws(OpenIDFailure) -> IDTokenClaims {
    var hasKey = false
    for key in keys where keyID == nil || key.kid == keyID {
      guard let verifier = await key.verifier(for: algorithm) else { continue }
      hasKey = true
      if let claims = try? await verifier.verify(text, as: IDTokenClaims.self) { return claims }
    }
    throw .token(hasKey ? .signature : .key)
  }

  /// Whether keys published since may be what a failure is about: a key without a name may be any.
  func isPerhapsOfNewKey(_ failure: OpenIDFailure) -> Bool {
    failure == .token(.key) || failure == .token(.signature) && keyID == nil
  }
}
