import Foundation

/// A signed-in browser: a row, so that signing out means it. The cookie holds a random secret, the row its digest.
public struct Session: Hashable, Sendable {
  /// How it was opened.
  public enum Means: String, Sendable, Codable, CaseIterable {
    case emailLink = "email-link"
    case emailCode = "email-code"
    case password
    case provider
    case invitation

    /// "by a link in an email", to finish a sentence.
    public var words: String {
      switch self {
      case .emailLink: "by a link in an email"
      case .emailCode: "by a code from an email"
      case .password: "with the password"
      case .provider: "through a sign-in provider"
      case .invitation: "by an invitation"
      }
    }
  }

  /// Of the secret that the holder has.
  public var digest: SecretDigest
  /// Whose it is.
  public var practitioner: Practitioner.ID
  /// How they signed in.
  public var means: Means
  /// What the browser says it is, in words: "Firefox on Windows". Empty when it says nothing.
  public var browser: String
  /// When they signed in.
  public var openedAt: Date
  /// When it was last used, a few minutes late at the most.
  public var seenAt: Date

  /// A session lasts 30 days from when it was last used, in seconds.
  public static let lastsUnused: TimeInterval = 30 * 86_400
  /// And 180 days at the most.
  public static let lasts: TimeInterval = 180 * 86_400

  /// A session that is opened now.
  public init(
    digest: SecretDigest, practitioner: Practitioner.ID, means: Means, browser: String = "", openedAt: Date,
    seenAt: Date? = nil
  ) {
    self.digest = digest
    self.practitioner = practitioner
    self.means = means
    self.browser = String(browser.prefix(100))
    self.openedAt = openedAt
    self.seenAt = seenAt ?? openedAt
  }

  /// The same, used once more at a later moment.
  public func seen(at moment: Date) -> Session {
    var session = self
    session.seenAt = max(seenAt, moment)
    return session
  }

  /// Of no use from then on.
  public var expiresAt: Date { min(seenAt + Self.lastsUnused, openedAt + Self.lasts) }
}
