/// The ways to sign in that the operator has opened.
public struct SignInWays: Hashable, Sendable {
  /// With a password.
  public var password: Bool
  /// By a link or a code in an email.
  public var emailLink: Bool

  /// Whether there is one of them: else a provider alone signs people in.
  public var isAny: Bool { password || emailLink }

  /// These ways; by default all of them.
  public init(password: Bool = true, emailLink: Bool = true) {
    self.password = password
    self.emailLink = emailLink
  }
}
