import Foundation

/// An emailed link that changes an account once: sets another password, or confirms another address. Its secret is derived when
/// the message is made; the record keeps a digest.
public struct AccountLink: Hashable, Sendable {
  /// The identifier of one.
  public typealias ID = Identifier<AccountLink>

  /// What it is for.
  public enum Purpose: Hashable, Sendable {
    case passwordReset
    /// Makes this the member's address.
    case addressChange(EmailAddress)

    /// As the record and `Record.accountLink` name it.
    public var name: String {
      switch self {
      case .passwordReset: "password-reset"
      case .addressChange: "address-change"
      }
    }
  }

  /// Its identifier.
  public var id: ID
  /// What it is for.
  public var purpose: Purpose
  /// Whose account it changes.
  public var practitioner: Practitioner.ID
  /// Of the secret that the holder has.
  public var digest: SecretDigest
  /// When it was made.
  public var createdAt: Date
  /// Of no use from then on.
  public var expiresAt: Date
  /// When it was used; nil while it was not.
  public var usedAt: Date?

  /// A link as it is recorded.
  public init(
    id: ID, purpose: Purpose, practitioner: Practitioner.ID, digest: SecretDigest, createdAt: Date,
    expiresAt: Date, usedAt: Date? = nil
  ) {
    self.id = id
    self.purpose = purpose
    self.practitioner = practitioner
    self.digest = digest
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.usedAt = usedAt
  }

  /// Whether it can still be used at `now`.
  public func isUsable(now: Date) -> Bool { usedAt == nil && now < expiresAt }
}
