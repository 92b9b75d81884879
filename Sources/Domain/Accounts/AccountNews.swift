/// What happened to an account that its member is told of by email, because somebody else could have brought it about.
public enum AccountNews: String, Sendable, Codable, CaseIterable {
  case passwordSet = "password-set"
  case passwordChanged = "password-changed"
  case passwordReset = "password-reset"

  /// The email's subject and heading: "Your password was changed".
  public var headline: String {
    switch self {
    case .passwordSet: "A password was set for your account"
    case .passwordChanged: "Your password was changed"
    case .passwordReset: "Your password was replaced by a new one"
    }
  }

  /// What follows from it, in a plain sentence.
  public var sentence: String {
    switch self {
    case .passwordSet: "From now on you can sign in with it."
    case .passwordChanged: "The old one no longer signs in, and every other browser was signed out."
    case .passwordReset:
      "Somebody followed a link that we had emailed to you. The old one no longer signs in, and every other browser was signed out."
    }
  }
}
