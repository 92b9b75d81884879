import Foundation

/// What one colleague is asked by a referral, and what they said.
public struct Asking: Hashable, Sendable {
  /// The email that asked. It names the asking: links carry it.
  public var email: OutboxEntry.ID
  /// Who is asked.
  public var colleague: Practitioner.ID
  /// When.
  public var askedAt: Date
  /// What they said last, unless they took it back.
  public var answer: ReferralAnswer?
  /// When they said it, or took it back; nil before they first did.
  public var answeredAt: Date?
  /// When a second, different answer contradicted the first; links of a contested email show one confirming page for good.
  public var contestedAt: Date?

  /// Silence for 14 days, in seconds, is no any more.
  public static let lapsesAfter: TimeInterval = 14 * 86_400
  /// Silence for 72 hours, in seconds, is reminded of, once.
  public static let remindedAfter: TimeInterval = 72 * 3_600

  /// What a colleague was asked at a moment.
  public init(email: OutboxEntry.ID, colleague: Practitioner.ID, askedAt: Date) {
    self.email = email
    self.colleague = colleague
    self.askedAt = askedAt
  }

  /// Whether its links show the confirming page.
  public var isContested: Bool { contestedAt != nil }

  /// An answer is expected up to here, exclusive.
  public var lapsesAt: Date { askedAt + Self.lapsesAfter }

  /// `asked → yes | no | full | lapsed`; what was answered and taken back is asked again.
  public enum State: Hashable, Sendable {
    case asked
    /// They take the enquiry, from a wait on; nil for at once.
    case yes(from: WaitingPeriod?)
    case no
    case full
    /// Nothing was said in time, or before the referral was closed.
    case lapsed

    /// What may happen to it.
    public enum Move: Hashable, Sendable {
      case answer(ReferralAnswer)
      /// The colleague takes back what they said.
      case takeBack
      /// The time is over.
      case lapse
    }

    /// What a move makes of it; nil for a move that it does not allow.
    public func after(_ move: Move) -> State? {
      switch (self, move) {
      case (.asked, .answer(let answer)): answer.state
      case (.asked, .lapse): .lapsed
      case (.yes, .takeBack), (.no, .takeBack), (.full, .takeBack): .asked
      case (.asked, .takeBack), (.lapsed, _), (.yes, _), (.no, _), (.full, _): nil
      }
    }
  }

  /// How it stands at `now` within its referral: an answer stays, silence lapses.
  public func state(in referral: Referral, now: Date) -> State {
    if let answer { return answer.state }
    let isOver = referral.state != .open || now >= lapsesAt
    return isOver ? .lapsed : .asked
  }

  /// Whether `now` is late enough to say that there is no answer yet.
  public func isOverdue(now: Date) -> Bool { now >= askedAt + Self.remindedAfter }
}
