import Foundation

/// Choosing another password by an emailed link.
public enum PasswordReset {
  /// A link works for an hour.
  public static let linkLasts: TimeInterval = 3_600
  /// More than this many within `linkLasts` are not sent.
  public static let mostLinks = 3

  /// Decides a request for a link. Whoever asks is told the same whatever is decided.
  public static func request(
    _ request: WayInRequest, prepared: AccountLink.Prepared, now: Date
  ) -> Decision<Void> {
    guard let practitioner = request.practitioner, practitioner.maySignIn, request.recentLinks < mostLinks
    else { return Decision((), emails: request.answerToStranger(prepared.email, now: now)) }
    let expiresAt = (now + linkLasts).inMilliseconds
    let link = prepared.link(.passwordReset, of: practitioner.id, from: now, until: expiresAt)
    let facts = PasswordResetEmail(
      name: practitioner.name, link: prepared.link, keyID: prepared.keyID, expiresAt: expiresAt)
    let event = SecurityEvent(
      id: prepared.event, practitioner: practitioner.id, kind: .passwordResetAsked, at: now)
    return Decision(
      (), changes: [.accountLinkMade(link), .securityEvent(event)],
      emails: [
        NewEmail(
          id: prepared.email, email: .passwordReset(facts), recipient: .practitioner(practitioner.id),
          period: prepared.link.text, notBefore: now, useBy: expiresAt)
      ])
  }

  /// What stands when a link is opened or used.
  public struct Facts: Sendable {
    /// The link of the secret, if there is one.
    public var link: AccountLink?
    /// Whose it is.
    public var practitioner: Practitioner?
    /// When their password was last set; nil without one.
    public var passwordSetAt: Date?

    /// The facts of a link.
    public init(link: AccountLink?, practitioner: Practitioner?, passwordSetAt: Date?) {
      self.link = link
      self.practitioner = practitioner
      self.passwordSetAt = passwordSetAt
    }

    /// The member who may choose a password by it at `now`; nil when it is of no use, or of none any more because a password
    /// was set after it was made.
    public func holder(now: Date) -> Practitioner? {
      guard let link, link.purpose == .passwordReset, link.isUsable(now: now), let practitioner,
        practitioner.id == link.practitioner, practitioner.maySignIn,
        passwordSetAt.map({ $0 < link.createdAt }) ?? true
      else { return nil }
      return practitioner
    }
  }

  /// Decides the use of a link: the password is set, everybody is signed out but the one who set it, and the member is told.
  public static func redeem(
    _ facts: Facts, password: StoredPassword, opening: SessionOpening, notice: AccountNotice, now: Date
  ) -> Decision<Session?> {
    guard let practitioner = facts.holder(now: now), let link = facts.link else { return Decision(nil) }
    let (session, changes) = opening.open(for: practitioner.id, by: .emailLink, now: now)
    return Decision(
      session,
      changes: [
        .accountLinkUsed(link.id, at: now), .passwordSaved(practitioner.id, password, at: now),
        .sessionsClosed(practitioner.id, except: nil),
        notice.event(.passwordSet, of: practitioner, now: now),
      ] + changes,
      emails: [notice.email(.passwordReset, to: practitioner, now: now)])
  }
}
