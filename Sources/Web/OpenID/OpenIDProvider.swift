import AsyncHTTPClient
import Domain
import Foundation

/// A provider of OpenID Connect: where people sign in, and who came back. Authorization code with PKCE (RFC 7636), nonce and
/// state; the ID token is verified with the keys that the provider publishes, which may change at any time.
public actor OpenIDProvider {
  /// What the operator has configured.
  nonisolated let settings: ProviderSettings
  private let requests: JSONRequests
  private let now: @Sendable () -> Date
  private var discovery: Kept<OpenIDDiscovery>?
  private var keys: Kept<[ProviderKey]>?
  /// When the keys were last asked for because of a token whose key was not among them.
  private var askedForNewKeysAt: Date?

  private struct Kept<Value> {
    let value: Value
    let until: Date
  }

  /// Somebody whom the provider vouches for.
  struct Person: Hashable, Sendable {
    let identity: ProviderIdentity
    /// Shown, and never decided by.
    let email: String
    let name: String
  }

  /// Whoever invents keys has the provider asked no more often than this, in seconds.
  static let newKeysEach: TimeInterval = 60

  /// A provider that `client` asks.
  public init(settings: ProviderSettings, client: HTTPClient, now: @escaping @Sendable () -> Date) {
    self.settings = settings
    requests = JSONRequests(client: client)
    self.now = now
  }

  /// A client for `init`; whoever makes it shuts it down.
  public static func makeClient() -> HTTPClient { JSONRequests.makeClient() }

  /// Where the browser is sent to sign in; it comes back to `redirect`.
  func address(for flow: ProviderFlow, redirect: String) async throws(OpenIDFailure) -> String {
    let endpoint = try await discovered().authorizationEndpoint
    let query = URLEncoded([
      ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", redirect),
      ("scope", "openid email profile"), ("state", flow.state), ("nonce", flow.nonce),
      ("code_challenge", flow.challenge), ("code_challenge_method", "S256"), ("prompt", "select_account"),
    ])
    return endpoint + (endpoint.contains("?") ? "&" : "?") + query.text
  }

  /// Who came back to `redirect` with a code.
  func person(code: String, flow: ProviderFlow, redirect: String) async throws(OpenIDFailure) -> Person {
    let discovery = try await discovered()
    let exchange = TokenExchange(settings: settings, discovery: discovery, redirect: redirect)
    let answer = try await send(exchange.request(code: code, verifier: flow.verifier))
    let claims = try await claims(of: IDToken(exchange.token(in: answer), allowed: discovery.allowed))
    if let fault = claims.fault(for: settings, nonce: flow.nonce, now: now()) { throw .token(fault) }
    return Person(
      identity: ProviderIdentity(issuer: claims.issuer, subject: claims.subject),
      email: Self.line(claims.email), name: Self.line(claims.name))
  }

  /// What a token says. When its key is not among those that we keep, they are asked for once more: keys rotate.
  private func claims(of token: IDToken) async throws(OpenIDFailure) -> IDTokenClaims {
    let known = try await published()
    do throws(OpenIDFailure) { return try await token.claims(signedWith: known) } catch {
      let mayAsk = askedForNewKeysAt.map { now() >= $0 + Self.newKeysEach } ?? true
      guard token.isPerhapsOfNewKey(error), mayAsk else { throw error }
    }
    askedForNewKeysAt = now()
    keys = nil
    return try await token.claims(signedWith: try await published())
  }

  private func discovered() async throws(OpenIDFailure) -> OpenIDDiscovery {
    if let discovery, now() < discovery.until { return discovery.value }
    let fresh = try await ask(OpenIDDiscovery.address(of: settings.issuer), OpenIDDiscovery.self)
    try fresh.value.check(for: settings)
    discovery = fresh
    return fresh.value
  }

  private func published() async throws(OpenIDFailure) -> [ProviderKey] {
    if let keys, now() < keys.until { return keys.value }
    let fresh = try await ask(discovered().keys, ProviderKeys.self)
    keys = Kept(value: fresh.value.keys, until: fresh.until)
    return fresh.value.keys
  }

  private func ask<Value: Decodable>(_ url: String, _: Value.Type) async throws(OpenIDFailure) -> Kept<Value>
  {
    let answer = try await send(HTTPClientRequest(url: url))
    guard answer.status == 200 else { throw .unreachable("the answer was \(answer.status)") }
    guard let value = try? JSONDecoder().decode(Value.self, from: answer.body) else {
      throw .unreachable("the answer cannot be read")
    }
    return Kept(value: value, until: now() + answer.keptFor)
  }

  private func send(_ request: HTTPClientRequest) async throws(OpenIDFailure) -> JSONRequests.Answer {
    do throws(JSONRequests.Unreachable) { return try await requests.send(request) } catch {
      throw .unreachable(error.why)
    }
  }

  /// A text of the provider's as one line of at most 200 characters.
  private static func line(_ text: String?) -> String {
    let printable = (text ?? "").unicodeScalars.filter { $0.properties.generalCategory != .control }
    return String(String(String.UnicodeScalarView(printable)).prefix(200))
  }
}
