import Domain
import Foundation

/// What a provider says of itself at `/.well-known/openid-configuration` (OpenID Connect Discovery 1.0, section 3).
struct OpenIDDiscovery: Decodable, Sendable {
  let issuer: String
  let authorizationEndpoint: String
  let tokenEndpoint: String
  let keys: String
  let algorithms: [String]
  let authentication: [String]?
  let challenges: [String]?

  private enum CodingKeys: String, CodingKey {
    case issuer
    case authorizationEndpoint = "authorization_endpoint"
    case tokenEndpoint = "token_endpoint"
    case keys = "jwks_uri"
    case algorithms = "id_token_signing_alg_values_supported"
    case authentication = "token_endpoint_auth_methods_supported"
    case challenges = "code_challenge_methods_supported"
  }

  /// How we prove to the token endpoint who we are.
  enum Authentication { case basic, post }

  /// Where the document of an issuer is.
  static func address(of issuer: String) -> String {
    (issuer.hasSuffix("/") ? String(issuer.dropLast()) : issuer) + "/.well-known/openid-configuration"
  }

  /// What it allows of the algorithms that we do.
  var allowed: Set<String> { Set(algorithms).intersection(SigningAlgorithm.allCases.map(\.rawValue)) }

  /// `client_secret_basic` when nothing is said (section 3); nil when it takes neither.
  var clientAuthentication: Authentication? {
    guard let authentication else { return .basic }
    if authentication.contains("client_secret_basic") { return .basic }
    return authentication.contains("client_secret_post") ? .post : nil
  }

  /// Refuses a document that is another's, names an address without TLS, or asks for what we do not do.
  func check(for settings: ProviderSettings) throws(OpenIDFailure) {
    guard issuer == settings.issuer else { throw .unusable("is another issuer's") }
    let mayBePlain = settings.issuer.hasPrefix("http://")
    for address in [authorizationEndpoint, tokenEndpoint, keys] {
      guard Self.isSafe(address, mayBePlain: mayBePlain) else {
        throw .unusable("names an address that is not https")
      }
    }
    guard !allowed.isEmpty else { throw .unusable("allows no signature that we verify") }
    guard clientAuthentication != nil else { throw .unusable("takes no client secret") }
    guard challenges?.contains("S256") ?? true else { throw .unusable("takes no PKCE of S256") }
  }

  /// `https`, or plain on this machine when the issuer is.
  private static func isSafe(_ address: String, mayBePlain: Bool) -> Bool {
    guard !LinkTarget(address).isRefused, let parts = URLComponents(string: address), let host = parts.host,
      !host.isEmpty, parts.user == nil, parts.fragment == nil
    else { return false }
    return parts.scheme == "https" || parts.scheme == "http" && mayBePlain && isLoopback(host)
  }

  private static func isLoopback(_ host: String) -> Bool {
    let bare = host.hasPrefix("[") ? String(host.dropFirst().dropLast()) : host
    return IPAddress(bare)?.isLoopback ?? (bare == "localhost" || bare.hasSuffix(".localhost"))
  }
}
