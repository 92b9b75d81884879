import Foundation

/// Signing in by an emailed link.
public enum SignInDecision {
  /// A link works for 15 minutes.
  public static let linkLasts: TimeInterval = 15 * 60
  /// More than this many links within `linkLasts` are not sent: whoever asks, their inbox is not flooded.
  public static let mostLinks = 3

  /// What is prepared for an email that may go out: identifiers and the secret's digest, made before the transaction.
  public struct Prepared: Sendable {
    /// The record of the link.
    public var link: SignInLink.ID
    /// Of the secret that the holder has.
    public var digest: SecretDigest
    /// The key that the secret derives from.
    public var keyID: UInt8
    /// The email that would carry the link.
    public var email: OutboxEntry.ID

    /// A link that may be made.
    public init(link: SignInLink.ID, digest: SecretDigest, keyID: UInt8, email: OutboxEntry.ID) {
      self.link = link
      self.digest = digest
      self.keyID = keyID
      self.email = email
    }
  }

  /// Decides a request for a link. Whoever asks is told the same whatever is decided.
  public static func request(
    practitioner: Practitioner?, recentLinks: Int, prepared: Prepared, now: Date
  ) -> Decision<Void> {
    guard let practitioner, practitioner.maySignIn, recentLinks < mostLinks else {
      return Decision(())
    }
    let expiresAt = (now + linkLasts).inMilliseconds
    let link = SignInLink(
      id: prepared.link, practitioner: practitioner.id, digest: prepared.digest, createdAt: now,
      expiresAt: expiresAt)
    let facts = SignInLinkEmail(
      name: practitioner.name, link: prepared.link, generation: 1, keyID: prepared.keyID, expiresAt: expiresAt
    )
    return Decision(
      (), changes: [.signInLinkMade(link)],
      emails: [
        NewEmail(
          id: prepared.email, email: .signInLink(facts), recipient: .practitioner(practitioner.id),
          period: prepared.link.text, notBefore: now, useBy: expiresAt)
      ])
  }

  /// Decides the use of a link: it opens one session, once. Used, expired and unknown are told alike.
  public static func redeem(
    link: SignInLink?, practitioner: Practitioner?, session: SecretDigest, browser: String, now: Date
  ) -> Decision<Session?> {
    guard let link, let practitioner, link.practitioner == practitioner.id, link.isUsable(now: now),
      practitioner.maySignIn
    else { return Decision(nil) }
    let opened = Session(
      digest: session, practitioner: practitioner.id, means: .emailLink, browser: browser, openedAt: now)
    return Decision(opened, changes: [.signInLinkUsed(link.id, at: now), .sessionOpened(opened)])
  }
}
