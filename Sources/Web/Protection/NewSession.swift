import Domain
import Hummingbird
import Store

/// A session that is about to be opened: its secret is for the browser alone, its digest for the record. A browser gets a new
/// one whenever somebody signs in, so that nobody can fix one for another beforehand.
struct NewSession: Sendable {
  let secret: String

  init() {
    var chance = Chance()
    secret = Base32.encode((0..<20).map { _ in UInt8.random(in: 0...255, using: &chance) })
  }

  var digest: SecretDigest { SecretDigest(of: secret) }

  /// What a decision needs to open it in the browser of a request.
  func opening(in request: Request, _ context: SiteContext) -> SessionOpening {
    var chance = Chance()
    return SessionOpening(
      session: digest, event: SecurityEvent.ID(using: &chance), browser: request.browserName,
      replaced: context.account?.session)
  }
}

extension Site {
  /// The cookies of a browser that has just signed in: the session, and that it is now known to the member.
  func cookies(of new: NewSession, opened: Session, in request: Request) throws -> [String] {
    let entry = BrowserKnowledge.Entry(practitioner: opened.practitioner, email: nil, at: opened.openedAt)
    return [
      // The row decides how long it lasts; the cookie only must not go before.
      cookies.field(cookies.session, new.secret, maxAge: Int(Session.lasts)),
      try cookie(for: knowledge(of: request).adding(entry)),
    ]
  }
}
