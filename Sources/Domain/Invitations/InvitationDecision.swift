import Foundation

/// Who may write to whom under our name.
public enum InvitationDecision {
  /// Who invites.
  public enum Inviter: Sendable {
    case practitioner(Practitioner)
    /// By the name that every message carries.
    case `operator`(name: String)

    /// As the email and the page call them.
    public var name: String {
      switch self {
      case .practitioner(let practitioner): practitioner.name
      case .operator(let name): name
      }
    }

    /// The member; nil for the operator.
    public var member: Practitioner.ID? {
      if case .practitioner(let practitioner) = self { practitioner.id } else { nil }
    }
  }

  /// What stands before an invitation is sent.
  public struct Facts: Sendable {
    /// Those of the same inviter that may still be open.
    public var mine: [Invitation]
    /// How many invitations the address was sent within a day, by whomever.
    public var sentToAddress: Int
    /// The member whose mailbox the address is. Whoever invites learns nothing of it.
    public var member: Practitioner?

    /// Facts of an inviter and an address.
    public init(mine: [Invitation], sentToAddress: Int, member: Practitioner?) {
      self.mine = mine
      self.sentToAddress = sentToAddress
      self.member = member
    }
  }

  /// What every sending is made with.
  public struct Means: Sendable {
    /// Sealing the links.
    public var keys: KeyRing
    /// The email that would go out, named before the transaction.
    public var email: OutboxEntry.ID
    /// What may be sent.
    public var quotas: InvitationQuotas
    /// Days are written in it.
    public var siteZone: TimeZone
    /// The time.
    public var now: Date

    /// The means of one sending.
    public init(
      keys: KeyRing, email: OutboxEntry.ID, quotas: InvitationQuotas, siteZone: TimeZone, now: Date
    ) {
      self.keys = keys
      self.email = email
      self.quotas = quotas
      self.siteZone = siteZone
      self.now = now
    }
  }

  /// Why nothing is sent. None of them says whether somebody is a member.
  public enum Refusal: String, Hashable, Sendable, CaseIterable {
    /// The inviter takes no part, or colleagues do not see them yet.
    case notListed
    case yourself
    /// By the same inviter, and still open.
    case alreadyInvited
    case noneLeft
    /// The address was sent as many as it may be, today.
    case addressHadEnough
    /// There is no such invitation of theirs, or it is over.
    case over
  }

  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    /// An email goes to the address. What it says, only its reader learns.
    case sent(Invitation)
    case refused(Refusal)
  }

  /// Decides an invitation. For the operator, inviting again sends a fresh link.
  public static func invite(
    _ address: EmailAddress, note: InvitationNote, by inviter: Inviter, id: Invitation.ID, facts: Facts,
    means: Means
  ) -> Decision<Outcome> {
    if let refusal = refusal(inviter, address, facts, means) { return Decision(.refused(refusal)) }
    let open = facts.mine.first { $0.address.key == address.key && $0.isUsable(now: means.now) }
    if var open, inviter.member == nil {
      open.note = note
      return send(open.again(means), from: inviter.name, to: facts.member, means)
    }
    let invitation = Invitation(
      id: id, inviter: inviter.member, address: address, note: note, generation: 1,
      keyID: means.keys.currentID, digest: means.keys.invitationDigest(id, generation: 1),
      createdAt: means.now, sentAt: means.now)
    return send(invitation, from: inviter.name, to: facts.member, means)
  }

  private static func refusal(
    _ inviter: Inviter, _ address: EmailAddress, _ facts: Facts, _ means: Means
  ) -> Refusal? {
    if case .practitioner(let practitioner) = inviter {
      guard practitioner.isListed else { return .notListed }
      guard practitioner.email.key != address.key else { return .yourself }
      let isOpen = facts.mine.contains { $0.address.key == address.key && $0.state(now: means.now) == .sent }
      guard !isOpen else { return .alreadyInvited }
      guard left(of: facts.mine, means.quotas, now: means.now) > 0 else { return .noneLeft }
    }
    return facts.sentToAddress < means.quotas.dailyPerAddress ? nil : .addressHadEnough
  }

  /// How many more a member may send now.
  public static func left(of mine: [Invitation], _ quotas: InvitationQuotas, now: Date) -> Int {
    max(0, quotas.open - mine.filter { $0.isCounted(now: now) }.count)
  }
}

extension KeyRing {
  /// Of the secret that a generation of an invitation has under the current key.
  func invitationDigest(_ id: Invitation.ID, generation: Int) -> SecretDigest {
    SecretDigest(of: currentSecret(for: .invitation, record: id.bytes, generation: generation))
  }
}
