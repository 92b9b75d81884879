import Foundation

/// A line of the trail of what concerned the security of an account: shown to its member and to the operator.
public struct SecurityEvent: Hashable, Sendable, Codable {
  /// The identifier of one.
  public typealias ID = Identifier<SecurityEvent>

  /// What happened.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    case accountOpened = "account-opened"
    case signedIn = "signed-in"
    case signedOut = "signed-out"
    case signedOutElsewhere = "signed-out-elsewhere"
    case signInRefused = "sign-in-refused"
    case passwordSet = "password-set"
    case passwordResetAsked = "password-reset-asked"
    case passwordRemoved = "password-removed"
    case providerLinked = "provider-linked"
    case providerUnlinked = "provider-unlinked"
    case addressChangeAsked = "address-change-asked"
    case addressChanged = "address-changed"
    case exported
    case left
    case cameBack = "came-back"
    case erased
    case suspended
    case reinstated
    case verified

    /// As the trail shows it.
    public var words: String {
      switch self {
      case .accountOpened: "Account opened"
      case .signedIn: "Signed in"
      case .signedOut: "Signed out"
      case .signedOutElsewhere: "Signed out elsewhere"
      case .signInRefused: "Signing in refused: too many wrong passwords"
      case .passwordSet: "Password set"
      case .passwordResetAsked: "Password reset asked for"
      case .passwordRemoved: "Password removed"
      case .providerLinked: "Sign-in provider linked"
      case .providerUnlinked: "Sign-in provider unlinked"
      case .addressChangeAsked: "Change of address asked for"
      case .addressChanged: "Address changed"
      case .exported: "Data exported"
      case .left: "Left the network"
      case .cameBack: "Came back"
      case .erased: "Erased"
      case .suspended: "Suspended by the operator"
      case .reinstated: "Reinstated by the operator"
      case .verified: "Registration checked by the operator"
      }
    }
  }

  /// Its identifier.
  public var id: ID
  /// Whose account it concerns.
  public var practitioner: Practitioner.ID
  /// What happened.
  public var kind: Kind
  /// When it happened.
  public var at: Date
  /// By which means, in which browser: a few words, never a secret. At most 200 characters.
  public var detail: String

  /// A line of the trail.
  public init(id: ID, practitioner: Practitioner.ID, kind: Kind, at: Date, detail: String = "") {
    self.id = id
    self.practitioner = practitioner
    self.kind = kind
    self.at = at
    self.detail = String(detail.prefix(200))
  }
}
