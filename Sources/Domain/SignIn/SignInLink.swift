import Foundation

/// An emailed link that signs in once. Its secret is derived when the message is made; the record keeps a digest.
public struct SignInLink: Hashable, Sendable {
  public typealias ID = Identifier<SignInLink>

  public var id: ID
  public var practitioner: Practitioner.ID
  public var digest: SecretDigest
  public var createdAt: Date
  public var expiresAt: Date
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

/// A signed-in browser: a row, so that signing out means it. The cookie holds a random secret, the row its digest.
public struct Session: Hashable, Sendable {
  public var digest: SecretDigest
  public var practitioner: Practitioner.ID
  public var openedAt: Date
  public var expiresAt: Date

  /// A session as it is recorded.
  public init(digest: SecretDigest, practitioner: Practitioner.ID, openedAt: Date, expiresAt: Date) {
    self.digest = digest
    self.practitioner = practitioner
    self.openedAt = openedAt
    self.expiresAt = expiresAt
  }
}
