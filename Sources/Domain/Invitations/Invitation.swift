import Foundation

/// One person's way in: an emailed link that opens one account. Its secret is derived when the message is made; the record
/// keeps a digest.
public struct Invitation: Hashable, Sendable {
  /// The identifier of one.
  public typealias ID = Identifier<Invitation>

  /// What has become of it. That a link was opened is not kept.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// On its way, or in an inbox.
    case sent
    /// Somebody joined by it.
    case redeemed
    case expired
    /// Taken back by whoever invited.
    case revoked
    /// The receiving server did not take the email.
    case refused
  }

  /// Its identifier.
  public var id: ID
  /// The member who invites; nil for the operator.
  public var inviter: Practitioner.ID?
  /// Where its links go, and nowhere else.
  public var address: EmailAddress
  /// In the inviter's words.
  public var note: InvitationNote
  /// Counts the links that were sent: only the newest works. From 1.
  public var generation: Int
  /// The key that the newest secret derives from.
  public var keyID: UInt8
  /// Of the newest secret.
  public var digest: SecretDigest
  /// When it was made.
  public var createdAt: Date
  /// When its newest link was.
  public var sentAt: Date
  /// When it was taken back.
  public var revokedAt: Date?
  /// When somebody joined by it.
  public var redeemedAt: Date?
  /// Who.
  public var redeemedBy: Practitioner.ID?
  /// Whether the receiving server did not take the newest email. The outbox knows; nothing here decides it.
  public var isRefused = false

  /// A link works for 14 days, in seconds.
  public static let lasts: TimeInterval = 14 * 86_400

  /// An invitation as it is recorded.
  public init(
    id: ID, inviter: Practitioner.ID?, address: EmailAddress, note: InvitationNote, generation: Int,
    keyID: UInt8, digest: SecretDigest, createdAt: Date, sentAt: Date
  ) {
    self.id = id
    self.inviter = inviter
    self.address = address
    self.note = note
    self.generation = generation
    self.keyID = keyID
    self.digest = digest
    self.createdAt = createdAt
    self.sentAt = sentAt
  }

  /// Its newest link is of no use from then on.
  public var expiresAt: Date { sentAt + Self.lasts }

  /// What has become of it at `now`. Who joined by it has joined, whatever came later.
  public func state(now: Date) -> State {
    if redeemedAt != nil { return .redeemed }
    if revokedAt != nil { return .revoked }
    if now >= expiresAt { return .expired }
    return isRefused ? .refused : .sent
  }

  /// Whether its newest link still opens an account at `now`. One that was refused does: whoever has it got it after all.
  public func isUsable(now: Date) -> Bool { [.sent, .refused].contains(state(now: now)) }

  /// Whether it is one of those that a member may have open at a time. One that was taken back or refused is for another day:
  /// else taking back would be a way to write to any number of strangers.
  public func isCounted(now: Date) -> Bool {
    switch state(now: now) {
    case .sent: true
    case .revoked, .refused: now < sentAt + 86_400
    case .redeemed, .expired: false
    }
  }
}
