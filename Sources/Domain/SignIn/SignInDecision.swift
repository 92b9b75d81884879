import Foundation

/// Signing in by an emailed link, or by the code beside it.
public enum SignInDecision {
  /// A link works for 15 minutes.
  public static let linkLasts: TimeInterval = 15 * 60
  /// More than this many links within `linkLasts` are not sent: whoever asks, their inbox is not flooded.
  public static let mostLinks = 3
  /// After so many wrong codes those of a link are dead; the link itself is not.
  public static let mostTries = 5
  /// And those of a member for the rest of the day: whoever asks for a thousand links has no thousand times as many guesses.
  public static let mostTriesADay = 30

  /// What is prepared for an email that may go out: identifiers and the secret's digest, made before the transaction.
  public struct Prepared: Sendable {
    /// The record of the link.
    public var link: SignInLink.ID
    /// Of the secret that the holder has.
    public var digest: SecretDigest
    /// Of the figures, and the browser that may use them.
    public var code: SignInLink.Code?
    /// The key that the secret derives from.
    public var keyID: UInt8
    /// The email that would carry the link.
    public var email: OutboxEntry.ID

    /// A link that may be made.
    public init(
      link: SignInLink.ID, digest: SecretDigest, code: SignInLink.Code? = nil, keyID: UInt8,
      email: OutboxEntry.ID
    ) {
      self.link = link
      self.digest = digest
      self.code = code
      self.keyID = keyID
      self.email = email
    }
  }

  /// Decides a request for a link. Whoever asks is told the same whatever is decided.
  public static func request(_ request: WayInRequest, prepared: Prepared, now: Date) -> Decision<Void> {
    guard let practitioner = request.practitioner, practitioner.maySignIn, request.recentLinks < mostLinks
    else { return Decision((), emails: request.answerToStranger(prepared.email, now: now)) }
    let expiresAt = (now + linkLasts).inMilliseconds
    let link = SignInLink(
      id: prepared.link, practitioner: practitioner.id, digest: prepared.digest, code: prepared.code,
      createdAt: now, expiresAt: expiresAt)
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
    link: SignInLink?, practitioner: Practitioner?, opening: SessionOpening, now: Date
  ) -> Decision<Session?> {
    guard let link, let practitioner, mayUse(link, practitioner, now: now) else { return Decision(nil) }
    return use(link, by: .emailLink, opening, now: now)
  }

  /// Decides the use of a code in the browser that asked for it; `triesToday` are wrong ones of the member's within 24 hours.
  /// Wrong, worn out, used, expired and never sent are told alike.
  public static func redeem(
    code: SecretDigest, link: SignInLink?, practitioner: Practitioner?, triesToday: Int,
    opening: SessionOpening, now: Date
  ) -> Decision<Session?> {
    guard let link, let practitioner, let wanted = link.code, mayUse(link, practitioner, now: now),
      wanted.tries < mostTries, triesToday < mostTriesADay
    else { return Decision(nil) }
    guard wanted.digest == code else { return Decision(nil, changes: [.signInCodeTried(link.id)]) }
    return use(link, by: .emailCode, opening, now: now)
  }

  private static func mayUse(_ link: SignInLink, _ practitioner: Practitioner, now: Date) -> Bool {
    link.practitioner == practitioner.id && link.isUsable(now: now) && practitioner.maySignIn
  }

  private static func use(
    _ link: SignInLink, by means: Session.Means, _ opening: SessionOpening, now: Date
  ) -> Decision<Session?> {
    let (session, changes) = opening.open(for: link.practitioner, by: means, now: now)
    return Decision(session, changes: [.signInLinkUsed(link.id, at: now)] + changes)
  }
}
