import Foundation

/// An ID token before it is signed, for a lie to be put into it.
struct MintedToken {
  var header: [String: Any]
  var claims: [String: Any]
  var key: ProviderKeyPair
  /// What the signature is made of; nil: of the token as it is.
  var signsInstead: String?
  /// The algorithm of the signature; nil: the one that the header names.
  var signsAs: String?

  /// Header, claims and signature with dots between them.
  func text() throws -> String {
    let parts = try [header, claims].map {
      base64URL(try JSONSerialization.data(withJSONObject: $0, options: .sortedKeys))
    }
    let signed = parts.joined(separator: ".")
    let algorithm = signsAs ?? header["alg"] as? String ?? "none"
    return signed + "." + (try key.sign(signsInstead ?? signed, as: algorithm))
  }
}
