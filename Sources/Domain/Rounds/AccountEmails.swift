import Foundation

/// A link that signs its reader in, once.
public struct SignInLinkEmail: Hashable, Sendable, Codable {
  /// How the practitioner is greeted.
  public var name: String
  /// The record whose secret is derived when the message is made; no usable link rests in the database.
  public var link: SignInLink.ID
  /// Derives another secret when a link is sent anew.
  public var generation: Int
  /// The key that the secret derives from.
  public var keyID: UInt8
  /// Of no use from then on.
  public var expiresAt: Date

  /// The email that carries a link.
  public init(name: String, link: SignInLink.ID, generation: Int, keyID: UInt8, expiresAt: Date) {
    self.name = name
    self.link = link
    self.generation = generation
    self.keyID = keyID
    self.expiresAt = expiresAt
  }
}

/// Answers whoever asked for a way in with an address that is no member's.
public struct NoAccountEmail: Hashable, Sendable, Codable {
  /// When they asked.
  public var askedAt: Date

  /// The answer to somebody who asked then.
  public init(askedAt: Date) { self.askedAt = askedAt }
}

/// A link that lets its reader choose another password, once.
public struct PasswordResetEmail: Hashable, Sendable, Codable {
  /// How the practitioner is greeted.
  public var name: String
  /// The record whose secret is derived when the message is made.
  public var link: AccountLink.ID
  /// The key that the secret derives from.
  public var keyID: UInt8
  /// Of no use from then on.
  public var expiresAt: Date

  /// The email that carries a link.
  public init(name: String, link: AccountLink.ID, keyID: UInt8, expiresAt: Date) {
    self.name = name
    self.link = link
    self.keyID = keyID
    self.expiresAt = expiresAt
  }
}

/// A link that makes the address it goes to a member's own, once.
public struct AddressChangeEmail: Hashable, Sendable, Codable {
  /// How the practitioner is greeted.
  public var name: String
  /// The record whose secret is derived when the message is made.
  public var link: AccountLink.ID
  /// The key that the secret derives from.
  public var keyID: UInt8
  /// Of no use from then on.
  public var expiresAt: Date

  /// The email that carries a link.
  public init(name: String, link: AccountLink.ID, keyID: UInt8, expiresAt: Date) {
    self.name = name
    self.link = link
    self.keyID = keyID
    self.expiresAt = expiresAt
  }
}

/// Tells a member what happened to their account, in case that it was not them.
public struct AccountNoticeEmail: Hashable, Sendable, Codable {
  /// How the practitioner is greeted.
  public var name: String
  /// What happened.
  public var news: AccountNews
  /// When it happened.
  public var at: Date
  /// The browser that it was done in, in words; empty when that is not known, or it was done by no browser.
  public var browser: String
  /// IANA name of the zone that times are written in.
  public var timeZone: String

  /// What a member is told.
  public init(name: String, news: AccountNews, at: Date, browser: String, timeZone: String) {
    self.name = name
    self.news = news
    self.at = at
    self.browser = browser
    self.timeZone = timeZone
  }
}
