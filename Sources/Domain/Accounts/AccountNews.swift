/// What happened to an account that its member is told of by email, because somebody else could have brought it about.
public enum AccountNews: String, Sendable, Codable, CaseIterable {
  case passwordSet = "password-set"
  case passwordChanged = "password-changed"
  case passwordReset = "password-reset"
  /// Told at the old address.
  case addressChanged = "address-changed"
  case providerLinked = "provider-linked"
  case providerUnlinked = "provider-unlinked"
  case left
  case cameBack = "came-back"

  /// The email's subject and heading: "Your password was changed".
  public var headline: String {
    switch self {
    case .passwordSet: "A password was set for your account"
    case .passwordChanged: "Your password was changed"
    case .passwordReset: "Your password was replaced by a new one"
    case .addressChanged: "Your account has a new email address"
    case .providerLinked: "A sign-in provider was linked to your account"
    case .providerUnlinked: "A sign-in provider was unlinked"
    case .left: "You left the network"
    case .cameBack: "You came back to the network"
    }
  }

  /// What follows from it, in a plain sentence.
  public var sentence: String {
    switch self {
    case .passwordSet: "From now on you can sign in with it."
    case .passwordChanged: "The old one no longer signs in, and every other browser was signed out."
    case .passwordReset:
      "Somebody followed a link that we had emailed to you. The old one no longer signs in, and every other browser was signed out."
    case .addressChanged: "From now on our emails go there, and this is the last one that comes here."
    case .providerLinked: "From now on you can sign in through it as well."
    case .providerUnlinked: "It no longer signs in to your account."
    case .left:
      "Your listing is gone, and every other browser was signed out. For 30 days you can sign in and come back; then all that is held about you is erased."
    case .cameBack: "Everything is as it was before you left."
    }
  }

  /// What its member can do when it was not them.
  public enum Remedy: Sendable, CaseIterable {
    /// Another password, which signs everybody else out.
    case newPassword
    /// To unlink what was linked.
    case unlinking
    /// To ask the operator: what would let them in goes to the new address.
    case asking
  }

  /// What its member can do when it was not them.
  public var remedy: Remedy {
    switch self {
    case .passwordSet, .passwordChanged, .passwordReset, .providerUnlinked, .left, .cameBack: .newPassword
    case .providerLinked: .unlinking
    case .addressChanged: .asking
    }
  }
}
