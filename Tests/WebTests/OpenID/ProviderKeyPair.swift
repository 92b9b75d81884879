import Crypto
import CryptoExtras
import Foundation

/// A key pair of a provider of ours, and its signatures. The program verifies with another library.
struct ProviderKeyPair: Sendable {
  enum Secret: Sendable {
    case rsa(_RSA.Signing.PrivateKey)
    case p256(P256.Signing.PrivateKey)
  }

  let id: String
  let secret: Secret

  /// Made once: an RSA key takes its time.
  static let rsa = ProviderKeyPair(id: "rsa", secret: .rsa(rsaKey()))
  static let otherRSA = ProviderKeyPair(id: "other-rsa", secret: .rsa(rsaKey()))

  static func elliptic(_ id: String) -> ProviderKeyPair {
    ProviderKeyPair(id: id, secret: .p256(P256.Signing.PrivateKey()))
  }

  private static func rsaKey() -> _RSA.Signing.PrivateKey {
    do { return try _RSA.Signing.PrivateKey(keySize: .bits2048) } catch {
      preconditionFailure("no RSA key: \(error)")
    }
  }

  /// The algorithm that goes with the key, when nothing else is said.
  var algorithm: String {
    switch secret {
    case .rsa: "RS256"
    case .p256: "ES256"
    }
  }

  /// As the provider publishes it (RFC 7517).
  func published() throws -> [String: String] {
    switch secret {
    case .rsa(let key):
      let numbers = try key.publicKey.getKeyPrimitives()
      return [
        "kty": "RSA", "kid": id, "use": "sig", "n": base64URL(numbers.modulus),
        "e": base64URL(numbers.publicExponent),
      ]
    case .p256(let key):
      let point = key.publicKey.rawRepresentation
      return [
        "kty": "EC", "kid": id, "crv": "P-256", "x": base64URL(point.prefix(32)),
        "y": base64URL(point.suffix(32)),
      ]
    }
  }

  /// A signature of `text` under an algorithm's name, as the text of a token has it.
  func sign(_ text: String, as algorithm: String) throws -> String {
    let data = Data(text.utf8)
    switch (secret, algorithm) {
    case (_, "none"): return ""
    case (.rsa(let key), "HS256"):
      // The attack of old: what is published, taken for a shared secret.
      let shared = SymmetricKey(data: Data(key.publicKey.pemRepresentation.utf8))
      return base64URL(Data(HMAC<SHA256>.authenticationCode(for: data, using: shared)))
    case (.rsa(let key), "PS256"):
      return base64URL(try key.signature(for: SHA256.hash(data: data), padding: .PSS).rawRepresentation)
    case (.rsa(let key), _):
      let padding = _RSA.Signing.Padding.insecurePKCS1v1_5
      return base64URL(try key.signature(for: SHA256.hash(data: data), padding: padding).rawRepresentation)
    case (.p256(let key), _): return base64URL(try key.signature(for: data).rawRepresentation)
    }
  }
}

/// Base64 for addresses, without padding (RFC 4648, section 5).
func base64URL(_ data: some DataProtocol) -> String {
  Data(data).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
    "=", with: "")
}
