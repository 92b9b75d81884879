import Domain
import Hummingbird
import Store

/// The browser that holds a time: a cookie of a day with a secret, of which the record keeps a digest.
struct HoldingBrowser: Sendable {
  let secret: String

  /// The browser of a request that chooses a time; its secret stays while the cookie lasts.
  init(of request: Request, cookies: Cookies) {
    var chance = Chance()
    secret =
      HoldingBrowser(known: request, cookies: cookies)?.secret
      ?? Base32.encode((0..<20).map { _ in UInt8.random(in: 0...255, using: &chance) })
  }

  /// The browser of a request that chose one before; nil when it did not.
  init?(known request: Request, cookies: Cookies) {
    guard let secret = request.cookie(cookies.holding), secret.utf8.count == 32,
      Base32.decode(secret) != nil
    else { return nil }
    self.secret = secret
  }

  /// What the record keeps.
  var digest: SecretDigest { SecretDigest(of: secret) }

  /// The `Set-Cookie` field that makes the browser one that holds a time.
  func cookie(_ cookies: Cookies) -> String { cookies.field(cookies.holding, secret, maxAge: 86_400) }
}

extension Cookies {
  /// That a time was chosen here.
  var holding: String { isSecure ? "__Host-holding" : "holding" }
}
