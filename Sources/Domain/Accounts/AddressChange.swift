import Foundation

/// Another address for a member: asked for in their session, confirmed by a link that goes there.
///
/// Promise: asking says nothing about whether somebody has the address. That is looked at when the link is used, and so told
/// only to whoever reads its mail.
public enum AddressChange {
  /// A link works for an hour.
  public static let linkLasts: TimeInterval = 3_600
  /// A member asks for no more than this many within `linkLasts`.
  public static let mostLinks = 5

  /// What a member asks for, with what stands when they do.
  public struct Request: Sendable {
    /// The one that they want.
    public var address: EmailAddress
    /// Who asks.
    public var practitioner: Practitioner
    /// Where.
    public var session: Session
    /// What was typed to show that it is them, looked at before the transaction.
    public var attempt: PasswordSignIn.Attempt
    /// The password on record now; nil without one, or where passwords are not in use.
    public var stored: StoredPassword?
    /// Links of theirs within `linkLasts`.
    public var recentLinks: Int

    /// What is asked for.
    public init(
      address: EmailAddress, practitioner: Practitioner, session: Session, attempt: PasswordSignIn.Attempt,
      stored: StoredPassword?, recentLinks: Int
    ) {
      self.address = address
      self.practitioner = practitioner
      self.session = session
      self.attempt = attempt
      self.stored = stored
      self.recentLinks = recentLinks
    }
  }

  /// What came of asking. Each is about the asker alone.
  public enum Asked: Hashable, Sendable {
    /// An email goes to the address, whosever it is.
    case sent
    /// They have it already.
    case yours
    case wrongPassword
    case signInAgain
    case tooMany
  }

  /// Decides a request. The link and its email are the same whether or not the address is a member's.
  public static func request(
    _ request: Request, prepared: AccountLink.Prepared, browser: String, now: Date
  ) -> Decision<Asked> {
    switch OwnerProof.of(request.attempt, session: request.session, stored: request.stored, now: now) {
    case .wrong: return Decision(.wrongPassword)
    case .signInAgain: return Decision(.signInAgain)
    case .given: break
    }
    let practitioner = request.practitioner
    guard request.address.key != practitioner.email.key else { return Decision(.yours) }
    guard request.recentLinks < mostLinks else { return Decision(.tooMany) }
    let expiresAt = (now + linkLasts).inMilliseconds
    let link = prepared.link(
      .addressChange(request.address), of: practitioner.id, from: now, until: expiresAt)
    let event = SecurityEvent(
      id: prepared.event, practitioner: practitioner.id, kind: .addressChangeAsked, at: now, detail: browser)
    let facts = AddressChangeEmail(
      name: practitioner.name, link: link.id, keyID: prepared.keyID, expiresAt: expiresAt)
    return Decision(
      .sent, changes: [.accountLinkMade(link), .securityEvent(event)],
      emails: [
        NewEmail(
          id: prepared.email, email: .addressChange(facts), recipient: .address(request.address),
          about: practitioner.id, period: link.id.text, notBefore: now, useBy: expiresAt)
      ])
  }
}
