import JWTKit

/// The keys that a provider publishes (RFC 7517). Those that we cannot read are passed over, as section 5 asks.
struct ProviderKeys: Decodable {
  let keys: [ProviderKey]
}

/// One of them.
struct ProviderKey: Decodable {
  let kty: String
  let kid: String?
  let use: String?
  let alg: String?
  let n: String?
  let e: String?
  let crv: String?
  let x: String?
  let y: String?

  /// What verifies a signature that `algorithm` made with this key; nil when it is not a key for that.
  func verifier(for algorithm: SigningAlgorithm) async -> JWTKeyCollection? {
    guard use == nil || use == "sig", alg == nil || alg == algorithm.rawValue else { return nil }
    let verifier = JWTKeyCollection()
    switch algorithm {
    case .rs256:
      guard let key = rsa else { return nil }
      await verifier.add(rsa: key, digestAlgorithm: .sha256)
    case .ps256:
      guard let key = rsa else { return nil }
      await verifier.add(pss: key, digestAlgorithm: .sha256)
    case .es256:
      guard kty == "EC", crv == "P-256", let x, let y,
        let key = try? ES256PublicKey(parameters: (x: x, y: y))
      else { return nil }
      await verifier.add(ecdsa: key)
    }
    return verifier
  }

  /// At least 2,048 bits, or none.
  private var rsa: Insecure.RSA.PublicKey? {
    guard kty == "RSA", let n, let e else { return nil }
    return try? Insecure.RSA.PublicKey(modulus: n, exponent: e)
  }
}

/// The algorithms that a token may be signed with, each bound to its kind of key: never `none`, and never one whose key is a
/// secret, for which a published key could be passed off.
enum SigningAlgorithm: String, CaseIterable {
  case rs256 = "RS256"
  case es256 = "ES256"
  case ps256 = "PS256"
}
