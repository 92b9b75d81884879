import Foundation

extension AccountLink {
  /// What is prepared for an email that may go out with a link, before the transaction.
  public struct Prepared: Sendable {
    /// The record of the link.
    public var link: ID
    /// Of the secret that the holder has.
    public var digest: SecretDigest
    /// The key that the secret derives from.
    public var keyID: UInt8
    /// The email that would carry the link.
    public var email: OutboxEntry.ID
    /// The line of the trail.
    public var event: SecurityEvent.ID

    /// A link that may be made.
    public init(
      link: ID, digest: SecretDigest, keyID: UInt8, email: OutboxEntry.ID, event: SecurityEvent.ID
    ) {
      self.link = link
      self.digest = digest
      self.keyID = keyID
      self.email = email
      self.event = event
    }

    /// The link as it is recorded.
    func link(
      _ purpose: Purpose, of practitioner: Practitioner.ID, from createdAt: Date, until expiresAt: Date
    ) -> AccountLink {
      AccountLink(
        id: link, purpose: purpose, practitioner: practitioner, digest: digest, createdAt: createdAt,
        expiresAt: expiresAt)
    }
  }
}
