import Foundation

/// What is prepared for a browser that may be signed in: identifiers, made before the transaction. Whoever signs in, and by
/// whichever means, does so through here.
public struct SessionOpening: Hashable, Sendable {
  /// Of the secret that the browser gets: always a new one, so that nobody can fix it beforehand.
  public var session: SecretDigest
  /// The line of the trail.
  public var event: SecurityEvent.ID
  /// What the browser says it is.
  public var browser: String
  /// The session that the browser has, which ends.
  public var replaced: SecretDigest?

  /// A session that may be opened.
  public init(
    session: SecretDigest, event: SecurityEvent.ID, browser: String, replaced: SecretDigest? = nil
  ) {
    self.session = session
    self.event = event
    self.browser = browser
    self.replaced = replaced
  }

  /// The session of a member, and what changes when it is opened; `provider` names the one that vouched for them.
  public func open(
    for practitioner: Practitioner.ID, by means: Session.Means, through provider: String? = nil, now: Date
  ) -> (session: Session, changes: [Change]) {
    let opened = Session(
      digest: session, practitioner: practitioner, means: means, browser: browser, openedAt: now)
    let words = [provider ?? means.words, browser].filter { !$0.isEmpty }.joined(separator: ", ")
    let line = SecurityEvent(id: event, practitioner: practitioner, kind: .signedIn, at: now, detail: words)
    let closed = replaced.map { [Change.sessionClosed($0)] } ?? []
    return (opened, closed + [.sessionOpened(opened), .securityEvent(line)])
  }
}
