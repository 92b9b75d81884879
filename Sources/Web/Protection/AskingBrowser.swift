import Domain
import Hummingbird
import Store

/// The browser that asked for a sign-in link: a cookie of a quarter of an hour with a secret, which makes the code of the email
/// work here and nowhere else, and where its owner wanted to go.
struct AskingBrowser: Sendable {
  let secret: String
  let next: NextPath?

  /// The browser of a request that asks now. Its secret stays while the cookie lasts, so that asking once more makes no code
  /// useless that is on its way.
  init(of request: Request, cookies: Cookies, next: NextPath?) {
    var chance = Chance()
    secret =
      AskingBrowser(known: request, cookies: cookies)?.secret
      ?? Base32.encode((0..<20).map { _ in UInt8.random(in: 0...255, using: &chance) })
    self.next = next
  }

  /// The browser of a request that asked before; nil when it did not.
  init?(known request: Request, cookies: Cookies) {
    let parts = request.cookie(cookies.asking)?.split(separator: ".") ?? []
    guard let secret = parts.first, secret.utf8.count == 32, Base32.decode(secret) != nil else { return nil }
    self.secret = String(secret)
    next = parts.dropFirst().first.flatMap { Base32.decode($0) }.flatMap {
      NextPath(String(decoding: $0, as: UTF8.self))
    }
  }

  /// What the record keeps.
  var digest: SecretDigest { SecretDigest(of: secret) }

  /// The `Set-Cookie` field that makes the browser one that asked.
  func cookie(_ cookies: Cookies) -> String {
    let path = next.map { "." + Base32.encode(Array($0.text.utf8)) } ?? ""
    return cookies.field(cookies.asking, secret + path, maxAge: Int(SignInDecision.linkLasts))
  }
}
