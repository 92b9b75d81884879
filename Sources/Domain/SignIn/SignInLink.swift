import Foundation

/// An emailed link that signs in once. Its secret is derived when the message is made; the record keeps a digest.
public struct SignInLink: Hashable, Sendable {
  /// The identifier of one.
  public typealias ID = Identifier<SignInLink>

  /// Its identifier.
  public var id: ID
  /// Whose it is.
  public var practitioner: Practitioner.ID
  /// Of the secret that the holder has.
  public var digest: SecretDigest
  /// When it was made.
  public var createdAt: Date
  /// Of no use from then on.
  public var expiresAt: Date
  /// When it signed somebody in; nil while it has not.
  public var usedAt: Date?

  /// A link as it is recorded.
  public init(
    id: ID, practitioner: Practitioner.ID, digest: SecretDigest, createdAt: Date, expiresAt: Date,
    usedAt: Date? = nil
  ) {
    self.id = id
    self.practitioner = practitioner
    self.digest = digest
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.usedAt = usedAt
  }

  /// Whether it still signs in at `now`.
  public func isUsable(now: Date) -> Bool { usedAt == nil && now < expiresAt }
}
