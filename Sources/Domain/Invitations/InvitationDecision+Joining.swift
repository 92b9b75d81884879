import Foundation

extension InvitationDecision {
  /// What whoever accepts brings: typed and checked, or made before the transaction.
  public struct Acceptance: Sendable {
    /// With title: "Dr Amelia Gunn".
    public var name: String
    /// Nil for who signs in by emailed links.
    public var password: StoredPassword?
    /// Who they will be.
    public var practitioner: Practitioner.ID
    /// Of the new session's secret.
    public var session: SecretDigest
    /// In words: "Firefox on Windows".
    public var browser: String
    /// Two lines of the trail.
    public var events: (opened: SecurityEvent.ID, password: SecurityEvent.ID)

    /// An acceptance.
    public init(
      name: String, password: StoredPassword?, practitioner: Practitioner.ID, session: SecretDigest,
      browser: String, events: (opened: SecurityEvent.ID, password: SecurityEvent.ID)
    ) {
      self.name = name
      self.password = password
      self.practitioner = practitioner
      self.session = session
      self.browser = browser
      self.events = events
    }
  }

  /// What came of accepting.
  public enum Redemption: Hashable, Sendable {
    /// An account was opened, and signed in.
    case joined(Practitioner, Session)
    /// The invited address is a member's by now: their link proves that it is theirs, and they sign in.
    case memberAlready
    /// Used, expired or taken back.
    case unusable
  }

  /// Decides an acceptance: one account, under the address that the link went to, which is proven by that.
  public static func redeem(_ facts: InvitationFacts?, _ acceptance: Acceptance, now: Date) -> Decision<
    Redemption
  > {
    guard let facts, facts.standing(now: now) == .open else { return Decision(.unusable) }
    guard facts.member == nil else { return Decision(.memberAlready) }
    let practitioner = Practitioner(
      id: acceptance.practitioner, name: acceptance.name, email: facts.invitation.address, joinedAt: now,
      isListed: false)
    let session = Session(
      digest: acceptance.session, practitioner: practitioner.id, means: .invitation,
      browser: acceptance.browser, openedAt: now)
    var changes: [Change] = [
      .accountOpened(practitioner),
      .invitationRedeemed(facts.invitation.id, by: practitioner.id, at: now),
      .sessionOpened(session),
      event(.accountOpened, acceptance.events.opened, session.means.words, acceptance, now),
    ]
    if let password = acceptance.password {
      changes.append(.passwordSaved(practitioner.id, password, at: now))
      changes.append(event(.passwordSet, acceptance.events.password, "with the invitation", acceptance, now))
    }
    return Decision(.joined(practitioner, session), changes: changes)
  }

  private static func event(
    _ kind: SecurityEvent.Kind, _ id: SecurityEvent.ID, _ how: String, _ acceptance: Acceptance, _ now: Date
  ) -> Change {
    let detail = [how, acceptance.browser].filter { !$0.isEmpty }.joined(separator: ", ")
    return .securityEvent(
      SecurityEvent(id: id, practitioner: acceptance.practitioner, kind: kind, at: now, detail: detail))
  }
}
