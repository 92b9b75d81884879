import Foundation
import Testing

@testable import Web

struct OpenIDDiscoveryTests {
  private static let settings = ProviderSettings(
    issuer: "https://id.example/realm", name: "Example ID", clientID: "c", clientSecret: "s")

  private static var right: [String: Any] {
    [
      "issuer": "https://id.example/realm", "authorization_endpoint": "https://id.example/authorize",
      "token_endpoint": "https://api.example/token", "jwks_uri": "https://keys.example/keys",
      "id_token_signing_alg_values_supported": ["HS256", "RS256"],
    ]
  }

  private func check(
    _ changes: [String: Any], settings: ProviderSettings = Self.settings
  ) throws {
    let data = try JSONSerialization.data(withJSONObject: Self.right.merging(changes) { $1 })
    try JSONDecoder().decode(OpenIDDiscovery.self, from: data).check(for: settings)
  }

  @Test func `a provider like Google's passes`() throws {
    try check([:])
    try check([
      "code_challenge_methods_supported": ["plain", "S256"],
      "token_endpoint_auth_methods_supported": ["client_secret_post"],
    ])
  }

  @Test(arguments: [
    ("issuer", "https://id.example"), ("issuer", "https://id.example/realm/"),
    ("issuer", "https://ID.example/realm"),
    ("authorization_endpoint", "http://id.example/authorize"),
    ("authorization_endpoint", "javascript:alert(1)"),
    ("authorization_endpoint", "/authorize"), ("authorization_endpoint", "https://id.example/a b"),
    ("token_endpoint", "http://127.0.0.1/token"), ("token_endpoint", "https://user@api.example/token"),
    ("jwks_uri", "http://keys.example/keys"), ("jwks_uri", "file:///etc/passwd"),
    ("jwks_uri", "https:///keys"),
  ])
  func `another's, or one that names an address without TLS, is refused`(key: String, value: String) {
    #expect(throws: OpenIDFailure.self) { try check([key: value]) }
  }

  @Test(arguments: [
    ("id_token_signing_alg_values_supported", ["none", "HS256"]),
    ("code_challenge_methods_supported", ["plain"]),
    ("token_endpoint_auth_methods_supported", ["private_key_jwt"]),
  ])
  func `one that wants what we do not do is refused`(key: String, value: [String]) {
    #expect(throws: OpenIDFailure.self) { try check([key: value]) }
  }

  @Test(arguments: [
    ("http://127.0.0.1:9400/token", true), ("http://localhost:9400/token", true),
    ("http://[::1]:9400/token", true),
    ("http://10.0.0.7/token", false), ("http://localhost.example/token", false),
  ])
  func `a provider of this machine's own may be plain, and only on this machine`(
    address: String, isRight: Bool
  ) {
    var settings = Self.settings
    settings.issuer = "http://127.0.0.1:9400"
    let changes: [String: Any] = [
      "issuer": settings.issuer, "authorization_endpoint": address, "token_endpoint": address,
      "jwks_uri": address,
    ]
    if isRight {
      #expect(throws: Never.self) { try check(changes, settings: settings) }
    } else {
      #expect(throws: OpenIDFailure.self) { try check(changes, settings: settings) }
    }
  }

  @Test(arguments: [
    ("https://accounts.google.com", "https://accounts.google.com/.well-known/openid-configuration"),
    ("https://id.example/realm/", "https://id.example/realm/.well-known/openid-configuration"),
  ])
  func `the document is below the issuer`(issuer: String, address: String) {
    #expect(OpenIDDiscovery.address(of: issuer) == address)
  }

  @Test(arguments: [
    ("public, max-age=600", 600.0), ("max-age=1", 60), ("Max-Age = 99999999", 86_400), ("no-store", 3_600),
    ("max-age=x", 3_600), ("", 3_600),
  ])
  func `an answer is kept for as long as it says, within a minute and a day`(field: String, seconds: Double) {
    #expect(JSONRequests.lifetime(field.split(separator: ",")) == seconds)
  }
}
