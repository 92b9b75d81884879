import Foundation

/// An emailed link that signs in once. Its secret is derived when the message is made; the record keeps a digest.
public struct SignInLink: Hashable, Sendable {
  /// The identifier of one.
  public typealias ID = Identifier<SignInLink>

  /// The six figures in the same email, for the browser that asked when the email is read on another device.
  public struct Code: Hashable, Sendable {
    /// Of the figures and the asking browser's secret together: without that secret a million tries would find them.
    public var digest: SecretDigest
    /// Of the secret that the asking browser keeps in a cookie.
    public var browser: SecretDigest
    /// Wrong ones so far.
    public var tries: Int

    /// A code as it is recorded.
    public init(digest: SecretDigest, browser: SecretDigest, tries: Int = 0) {
      self.digest = digest
      self.browser = browser
      self.tries = tries
    }

    /// What the record keeps of `figures` in the browser that has `secret`.
    public static func digest(_ figures: String, browser secret: String) -> SecretDigest {
      SecretDigest(of: "\(secret).\(figures)")
    }
  }

  /// Its identifier.
  public var id: ID
  /// Whose it is.
  public var practitioner: Practitioner.ID
  /// Of the secret that the holder has.
  public var digest: SecretDigest
  /// Nil for a link that no browser asked for.
  public var code: Code?
  /// When it was made.
  public var createdAt: Date
  /// Of no use from then on.
  public var expiresAt: Date
  /// When it signed somebody in; nil while it has not.
  public var usedAt: Date?

  /// A link as it is recorded.
  public init(
    id: ID, practitioner: Practitioner.ID, digest: SecretDigest, code: Code? = nil, createdAt: Date,
    expiresAt: Date, usedAt: Date? = nil
  ) {
    self.id = id
    self.practitioner = practitioner
    self.digest = digest
    self.code = code
    self.createdAt = createdAt
    self.expiresAt = expiresAt
    self.usedAt = usedAt
  }

  /// Whether it still signs in at `now`.
  public func isUsable(now: Date) -> Bool { usedAt == nil && now < expiresAt }
}
