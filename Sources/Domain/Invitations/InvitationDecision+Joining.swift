import Foundation

extension InvitationDecision {
  /// What whoever accepts brings: typed and checked, or made before the transaction.
  public struct Acceptance: Sendable {
    /// With title: "Dr Amelia Gunn".
    public var name: String
    /// Nil for who signs in another way.
    public var password: StoredPassword?
    /// Who they are to a provider; nil for who did not come through one.
    public var arrival: ProviderDecision.Arrival?
    /// Who they will be.
    public var practitioner: Practitioner.ID
    /// The session that they get.
    public var opening: SessionOpening
    /// Two lines of the trail.
    public var events: (opened: SecurityEvent.ID, password: SecurityEvent.ID)

    /// An acceptance.
    public init(
      name: String, password: StoredPassword? = nil, arrival: ProviderDecision.Arrival? = nil,
      practitioner: Practitioner.ID, opening: SessionOpening,
      events: (opened: SecurityEvent.ID, password: SecurityEvent.ID)
    ) {
      self.name = name
      self.password = password
      self.arrival = arrival
      self.practitioner = practitioner
      self.opening = opening
      self.events = events
    }
  }

  /// What came of accepting.
  public enum Redemption: Hashable, Sendable {
    /// An account was opened, and signed in.
    case joined(Practitioner, Session)
    /// The invited address is a member's by now: their link proves that it is theirs, and they sign in.
    case memberAlready
    /// The provider's identity opens a member's account: another is not opened beside it.
    case identityTaken
    /// Used, expired or taken back.
    case unusable
  }

  /// Decides an acceptance: one account, under the address that the link went to, which is proven by that. `linked` is what is on
  /// record of the identity that they came with.
  public static func redeem(
    _ facts: InvitationFacts?, linked: LinkedIdentity? = nil, _ acceptance: Acceptance, now: Date
  ) -> Decision<Redemption> {
    guard let facts, facts.standing(now: now) == .open else { return Decision(.unusable) }
    guard facts.member == nil else { return Decision(.memberAlready) }
    guard linked == nil else { return Decision(.identityTaken) }
    let practitioner = Practitioner(
      id: acceptance.practitioner, name: acceptance.name, email: facts.invitation.address, joinedAt: now,
      isListed: false)
    let (session, opened) = acceptance.opening.open(for: practitioner.id, by: .invitation, now: now)
    let account: [Change] = [
      .accountOpened(practitioner),
      .invitationRedeemed(facts.invitation.id, by: practitioner.id, at: now),
      event(.accountOpened, acceptance.events.opened, session.means.words, acceptance, now),
    ]
    return Decision(
      .joined(practitioner, session), changes: account + waysIn(acceptance, now: now) + opened)
  }

  /// By what the new member will sign in; who brings neither does so by links in emails.
  private static func waysIn(_ acceptance: Acceptance, now: Date) -> [Change] {
    let password = acceptance.password.map { password -> [Change] in
      [
        .passwordSaved(acceptance.practitioner, password, at: now),
        event(.passwordSet, acceptance.events.password, "with the invitation", acceptance, now),
      ]
    }
    let provider = acceptance.arrival.map {
      ProviderDecision.linking($0, to: acceptance.practitioner, now: now)
    }
    return (password ?? []) + (provider ?? [])
  }

  private static func event(
    _ kind: SecurityEvent.Kind, _ id: SecurityEvent.ID, _ how: String, _ acceptance: Acceptance, _ now: Date
  ) -> Change {
    let detail = [how, acceptance.opening.browser].filter { !$0.isEmpty }.joined(separator: ", ")
    return .securityEvent(
      SecurityEvent(id: id, practitioner: acceptance.practitioner, kind: kind, at: now, detail: detail))
  }
}
