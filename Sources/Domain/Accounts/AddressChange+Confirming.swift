import Foundation

extension AddressChange {
  /// What stands when a link is opened or used.
  public struct Facts: Sendable {
    /// The link of the secret, if there is one.
    public var link: AccountLink?
    /// Whose it is.
    public var practitioner: Practitioner?
    /// The member who has the address that it is for, if any.
    public var holder: Practitioner?

    /// The facts of a link.
    public init(link: AccountLink?, practitioner: Practitioner?, holder: Practitioner?) {
      self.link = link
      self.practitioner = practitioner
      self.holder = holder
    }

    /// What the link comes to at `now`.
    public func standing(now: Date) -> Standing {
      guard let link, case .addressChange(let address) = link.purpose, let practitioner,
        practitioner.id == link.practitioner, practitioner.maySignIn
      else { return .unusable }
      if link.usedAt != nil, practitioner.email == address { return .done(practitioner) }
      guard link.isUsable(now: now) else { return .unusable }
      guard holder == nil || holder?.id == practitioner.id else { return .taken(address) }
      return .open(practitioner, address)
    }
  }

  /// What a link comes to.
  public enum Standing: Hashable, Sendable {
    /// It makes this the member's address.
    case open(Practitioner, EmailAddress)
    /// It has: they have the address now.
    case done(Practitioner)
    /// The address is another member's.
    case taken(EmailAddress)
    /// Used, expired, ended by another change, or never ours.
    case unusable
  }

  /// Decides the use of a link: the address is another, no link that signs in and went to the old one works any more, and the old
  /// one hears of it.
  public static func confirm(_ facts: Facts, notice: AccountNotice, now: Date) -> Decision<Standing> {
    let standing = facts.standing(now: now)
    guard case .open(let practitioner, let address) = standing, let link = facts.link else {
      return Decision(standing)
    }
    var moved = practitioner
    moved.email = address
    return Decision(
      .done(moved),
      changes: [
        .accountLinkUsed(link.id, at: now), .linksEnded(practitioner.id, at: now),
        .addressChanged(practitioner.id, address),
        notice.event(.addressChanged, of: practitioner, now: now),
      ],
      emails: [notice.email(.addressChanged, to: practitioner, at: practitioner.email, now: now)])
  }
}
