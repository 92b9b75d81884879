import Foundation

/// What the relay has against us, and how long to leave it alone: a relay that is down is not asked once an email.
public struct RelayTrouble: Sendable, Hashable {
  /// The last reason, nil when the last message went through.
  public private(set) var last: String?
  private var inARow = 0
  private var pausedUntil = Date.distantPast

  /// A relay that nothing is known of.
  public init() {}

  /// Takes note of a reply. Refusals of one message say nothing about the relay.
  public mutating func heard(_ reply: SendReply, now: Date) {
    switch reply {
    case .accepted:
      last = nil
      inARow = 0
    case .refused, .lostAfterDot, .notMade: return
    case .unreachable(let reason), .misconfigured(let reason):
      last = reason
      // Replies to messages that were on their way together count once.
      guard now >= pausedUntil else { return }
      inARow += 1
      pausedUntil = now + min(5 * Double(1 << min(inARow - 1, 6)), 300)
    }
  }

  /// Whether nothing should be started yet: 5 s after the first trouble, doubled up to 300 s.
  public func isPaused(now: Date) -> Bool { now < pausedUntil }
}

extension SendReply {
  /// The reply on one line, for the operator.
  public var words: String {
    switch self {
    case .accepted(let code, let text): "\(code) \(text)"
    case .refused(let code, let enhanced, let text):
      [String(code), enhanced, text].compactMap(\.self).joined(separator: " ")
    case .unreachable(let reason): "relay not reached: \(reason)"
    case .misconfigured(let reason): "not sent: \(reason)"
    case .notMade(let reason): "message not made: \(reason)"
    case .lostAfterDot(let reason): "reply lost: \(reason)"
    }
  }
}
