import Foundation

/// One practitioner asking up to three colleagues to take an enquiry.
///
/// `open → placed | withdrawn`, and nothing leads back.
public struct Referral: Hashable, Sendable {
  /// The identifier of one.
  public typealias ID = Identifier<Referral>

  /// The most colleagues that are asked at once.
  public static let mostColleagues = 3

  /// How far it has come.
  public enum State: String, Sendable, Codable, CaseIterable {
    case open, placed, withdrawn

    /// What a closing makes of it; nil where it is closed already, however it was.
    public func after(_ closing: Closing) -> State? {
      guard self == .open else { return nil }
      return switch closing {
      case .placed: .placed
      case .withdrawn: .withdrawn
      }
    }
  }

  /// How its referrer closes it.
  public enum Closing: String, Sendable, Codable, CaseIterable {
    /// Somebody takes the enquiry.
    case placed
    /// Nobody need.
    case withdrawn
  }

  /// Its identifier.
  public var id: ID
  /// Who asks.
  public var referrer: Practitioner.ID
  /// What is asked for.
  public var need: ReferralNeed
  /// When it was made.
  public var madeAt: Date
  /// How far it has come.
  public var state: State
  /// When it was closed; nil while it is open.
  public var closedAt: Date?
  /// Those who are asked, in the order that they were chosen.
  public var askings: [Asking]

  /// A referral as it is recorded.
  public init(
    id: ID, referrer: Practitioner.ID, need: ReferralNeed, madeAt: Date, state: State = .open,
    closedAt: Date? = nil, askings: [Asking]
  ) {
    self.id = id
    self.referrer = referrer
    self.need = need
    self.madeAt = madeAt
    self.state = state
    self.closedAt = closedAt
    self.askings = askings
  }

  /// What was asked of a colleague, if anything was.
  public func asking(of colleague: Practitioner.ID) -> Asking? {
    askings.first { $0.colleague == colleague }
  }
}
