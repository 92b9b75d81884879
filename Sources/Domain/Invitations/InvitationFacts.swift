import Foundation

/// An invitation with those whom it concerns, as a link of it finds them.
public struct InvitationFacts: Sendable {
  /// The invitation.
  public var invitation: Invitation
  /// The member who invites; nil for the operator, and for one who is gone.
  public var inviter: Practitioner?
  /// The member whose mailbox the invited address is, if any.
  public var member: Practitioner?

  /// The facts of one.
  public init(_ invitation: Invitation, inviter: Practitioner?, member: Practitioner?) {
    self.invitation = invitation
    self.inviter = inviter
    self.member = member
  }

  /// What a link comes to.
  public enum Standing: Hashable, Sendable {
    /// It opens an account.
    case open
    /// A fresh one may be asked for.
    case expired
    case revoked
    case used
  }

  /// What the newest link comes to at `now`. An invitation is its inviter's word: it lapses when they no longer take part.
  public func standing(now: Date) -> Standing {
    let state = invitation.state(now: now)
    if state == .redeemed { return .used }
    if invitation.inviter != nil, inviter?.standing != .active { return .revoked }
    return switch state {
    case .revoked: .revoked
    case .expired: .expired
    case .sent, .refused: .open
    case .redeemed: .used
    }
  }
}
