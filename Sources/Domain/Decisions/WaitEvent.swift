import Foundation

/// A line of the append-only history of waiting periods: what happened, when, by which means, through which email.
public struct WaitEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: String, Sendable, Codable {
    /// A waiting period was said.
    case said
    /// The one who said it took it back.
    case undone
    /// Two answers to one email contradicted each other within minutes: neither counts.
    case contested
  }

  /// Its identifier.
  public var id: Identifier<WaitEvent>
  /// What happened.
  public var kind: Kind
  /// When it happened.
  public var at: Date
  /// By which means.
  public var means: ConfirmationMeans
  /// The email it came through, if any.
  public var email: OutboxEntry.ID?

  /// A line of the history.
  public init(
    id: Identifier<WaitEvent>, kind: Kind, at: Date, means: ConfirmationMeans, email: OutboxEntry.ID? = nil
  ) {
    self.id = id
    self.kind = kind
    self.at = at
    self.means = means
    self.email = email
  }
}
