/// A kind of subscription: what one unsubscribe turns off.
public enum EmailStream: String, Sendable, Codable, CaseIterable, Hashable {
  /// The monthly waiting-period emails.
  case rounds
  /// What the network did, gathered (weekly by default).
  case digests
  /// Sign-in links, invitations, confirmations: answers to something a person did. Never turned off.
  case transactional

  /// Whether mail of this stream was subscribed to, and so carries an unsubscribe.
  public var isSubscribed: Bool { self != .transactional }

  /// "the monthly waiting-period emails", to finish a sentence.
  public var words: String {
    switch self {
    case .rounds: "the monthly waiting-period emails"
    case .digests: "digests"
    case .transactional: "messages that answer something you did"
    }
  }

  /// The octet that a link token carries.
  public var code: UInt8 {
    switch self {
    case .rounds: 1
    case .digests: 2
    case .transactional: 3
    }
  }

  /// The stream of an octet.
  public init?(code: UInt8) {
    guard let stream = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = stream
  }
}
