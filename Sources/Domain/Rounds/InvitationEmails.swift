import Foundation

/// The link that lets one person in, to somebody who is no member.
public struct InvitationEmail: Hashable, Sendable, Codable {
  /// Who invites, as the invited know them.
  public var inviter: String
  /// In the inviter's words; may be empty.
  public var note: String
  /// The record whose secret is derived when the message is made; no usable link rests in the database.
  public var invitation: Invitation.ID
  /// Derives another secret when a link is sent anew.
  public var generation: Int
  /// The key that the secret derives from.
  public var keyID: UInt8
  /// Of no use from then on.
  public var expiresAt: Date
  /// IANA name of the zone that dates are written in.
  public var timeZone: String

  /// The email that carries a link of an invitation.
  public init(
    inviter: String, note: String, invitation: Invitation.ID, generation: Int, keyID: UInt8, expiresAt: Date,
    timeZone: String
  ) {
    self.inviter = inviter
    self.note = note
    self.invitation = invitation
    self.generation = generation
    self.keyID = keyID
    self.expiresAt = expiresAt
    self.timeZone = timeZone
  }

  /// The same with the newest.
  public init(_ invitation: Invitation, inviter: String, timeZone: String) {
    self.init(
      inviter: inviter, note: invitation.note.text, invitation: invitation.id,
      generation: invitation.generation, keyID: invitation.keyID, expiresAt: invitation.expiresAt,
      timeZone: timeZone)
  }
}

/// To a member whom somebody invited: they are one already, and whoever invites is not told.
public struct AlreadyAMemberEmail: Hashable, Sendable, Codable {
  /// How the member is greeted.
  public var name: String
  /// Who invited.
  public var inviter: String

  /// The email to one member about one inviter.
  public init(name: String, inviter: String) {
    self.name = name
    self.inviter = inviter
  }
}
