import Foundation

/// Who somebody is to a provider of OpenID Connect: the issuer and the subject together name one person for good, which an
/// email address does not (OpenID Connect Core 1.0, section 5.7).
public struct ProviderIdentity: Hashable, Sendable, Codable {
  /// The provider: `https://accounts.google.com`, as it writes itself.
  public var issuer: String
  /// What it calls the person: 1 to 255 ASCII characters.
  public var subject: String

  /// A person of a provider.
  public init(issuer: String, subject: String) {
    self.issuer = issuer
    self.subject = subject
  }
}

/// An identity by which a member may sign in.
public struct LinkedIdentity: Hashable, Sendable {
  /// Who they are to the provider.
  public var identity: ProviderIdentity
  /// Whose account it opens.
  public var practitioner: Practitioner.ID
  /// The address that the provider showed when it was linked, so that its owner knows one from another; empty when it showed
  /// none. Nothing is decided by it. At most 254 characters.
  public var account: String
  /// Since when.
  public var linkedAt: Date

  /// An identity as it is recorded.
  public init(identity: ProviderIdentity, practitioner: Practitioner.ID, account: String, linkedAt: Date) {
    self.identity = identity
    self.practitioner = practitioner
    self.account = String(account.prefix(254))
    self.linkedAt = linkedAt
  }
}
