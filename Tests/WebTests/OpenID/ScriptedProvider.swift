import AsyncHTTPClient
import Crypto
import Foundation
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Synchronization
import Testing

@testable import Web

/// A provider of OpenID Connect on loopback. It does as RFC 6749, RFC 7636 and OpenID Connect say, unless the test has it lie.
final class ScriptedProvider: Sendable {
  /// Somebody with an account there.
  struct Account: Sendable {
    var subject = "110169484474386276334"
    var email = "member1@example.com"
    var name = "Dr Example 1"
  }

  /// What it does at the moment.
  struct Script: Sendable {
    /// The keys that it publishes; the first signs.
    var keys: [ProviderKeyPair] = [.rsa]
    var authentication = ["client_secret_basic"]
    var lie: @Sendable (inout MintedToken) -> Void = { _ in }
    /// Its description, altered.
    var description: @Sendable (inout [String: Any]) -> Void = { _ in }
    /// What the token endpoint says instead of a token.
    var tokenAnswer: (@Sendable () async throws -> Response)?
  }

  private struct Grant {
    let account: Account
    let nonce: String
    let challenge: String
    let redirect: String
  }

  private struct State {
    var issuer = ""
    var script = Script()
    var grants: [String: Grant] = [:]
    var asked: [String] = []
  }

  static let client = (id: "helplink test", secret: "a:b&c+d%é")

  private let state = Mutex(State())
  private let now: @Sendable () -> Date

  private init(now: @escaping @Sendable () -> Date) { self.now = now }

  /// Runs one for a test.
  static func run(
    now: @escaping @Sendable () -> Date, _ test: @escaping @Sendable (ScriptedProvider) async throws -> Void
  ) async throws {
    let provider = ScriptedProvider(now: now)
    var quiet = Logger(label: "provider")
    quiet.logLevel = .critical
    try await Application(router: provider.router(), logger: quiet).test(.live) { client in
      provider.state.withLock { $0.issuer = "http://127.0.0.1:\(client.port ?? 0)" }
      try await test(provider)
    }
  }

  var issuer: String { state.withLock { $0.issuer } }
  var script: Script {
    get { state.withLock { $0.script } }
    set { state.withLock { $0.script = newValue } }
  }

  /// How often an address was asked for.
  func asked(_ path: String) -> Int { state.withLock { $0.asked.count { $0 == path } } }

  /// What the person does there: signs in as `account` and is sent back with what this returns, the query of the callback.
  func signIn(at address: String, as account: Account = Account()) throws -> String {
    let query = try #require(URLComponents(string: address)?.queryItems)
    let asked = Dictionary(query.map { ($0.name, $0.value ?? "") }) { first, _ in first }
    #expect(asked["response_type"] == "code" && asked["client_id"] == Self.client.id)
    #expect(asked["code_challenge_method"] == "S256")
    #expect(asked["scope"]?.split(separator: " ").contains("openid") == true)
    let code = UUID().uuidString
    let grant = Grant(
      account: account, nonce: try #require(asked["nonce"]), challenge: try #require(asked["code_challenge"]),
      redirect: try #require(asked["redirect_uri"]))
    state.withLock { $0.grants[code] = grant }
    return "?code=\(code)&state=\(try #require(asked["state"]))"
  }

  private func router() -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/.well-known/openid-configuration") { _, _ in self.describe() }
    router.get("/keys") { _, _ in
      self.note("/keys")
      return try self.json(["keys": [["kty": "unheard-of"]] + self.script.keys.map { try $0.published() }])
    }
    router.post("/token") { request, _ in
      self.note("/token")
      let form = Form(urlencoded: String(buffer: try await request.body.collect(upTo: 65_536)))
      return try await self.exchange(form, authorization: request.headers[.authorization])
    }
    return router
  }

  private func note(_ path: String) { state.withLock { $0.asked.append(path) } }

  private func describe() -> Response {
    note("/.well-known/openid-configuration")
    let script = script
    var description: [String: Any] = [
      "issuer": issuer, "authorization_endpoint": issuer + "/authorize?hd=any",
      "token_endpoint": issuer + "/token", "jwks_uri": issuer + "/keys",
      "id_token_signing_alg_values_supported": ["RS256", "ES256", "PS256", "HS256", "none"],
      "token_endpoint_auth_methods_supported": script.authentication,
      "code_challenge_methods_supported": ["plain", "S256"],
    ]
    script.description(&description)
    return (try? json(description)) ?? Response(status: .internalServerError)
  }

  private func exchange(_ form: Form, authorization: String?) async throws -> Response {
    if let answer = script.tokenAnswer { return try await answer() }
    guard isOurs(form, authorization) else {
      return try json(["error": "invalid_client"], status: .unauthorized)
    }
    // A code is good for one exchange, whatever comes of it.
    let grant = state.withLock { $0.grants.removeValue(forKey: form["code"] ?? "") }
    let digest = SHA256.hash(data: Data((form["code_verifier"] ?? "").utf8))
    guard let grant, grant.challenge == base64URL(Data(digest)), grant.redirect == form["redirect_uri"],
      form["grant_type"] == "authorization_code"
    else { return try json(["error": "invalid_grant"], status: .badRequest) }
    return try json(["access_token": "unused", "token_type": "Bearer", "id_token": try mint(grant).text()])
  }

  private func isOurs(_ form: Form, _ authorization: String?) -> Bool {
    if script.authentication == ["client_secret_post"] {
      return form["client_id"] == Self.client.id && form["client_secret"] == Self.client.secret
        && authorization == nil
    }
    return authorization == "Basic "
      + Data("helplink%20test:a%3Ab%26c%2Bd%25%C3%A9".utf8).base64EncodedString()
      && form["client_secret"] == nil
  }

  private func mint(_ grant: Grant) -> MintedToken {
    let script = script
    let key = script.keys[0]
    let seconds = now().timeIntervalSince1970.rounded()
    var token = MintedToken(
      header: ["alg": key.algorithm, "kid": key.id, "typ": "JWT"],
      claims: [
        "iss": issuer, "sub": grant.account.subject, "aud": Self.client.id, "exp": seconds + 300,
        "iat": seconds,
        "nonce": grant.nonce, "email": grant.account.email, "email_verified": true,
        "name": grant.account.name,
      ], key: key)
    script.lie(&token)
    return token
  }

  private func json(_ value: Any, status: HTTPResponse.Status = .ok) throws -> Response {
    let data = try JSONSerialization.data(withJSONObject: value)
    return Response(
      status: status, headers: [.contentType: "application/json", .cacheControl: "public, max-age=600"],
      body: .init(byteBuffer: ByteBuffer(bytes: data)))
  }
}
