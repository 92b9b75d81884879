import Foundation

/// How the emails of a firing go out. They rest with the firing, so that a schedule changed meanwhile changes nothing of it.
public struct FiringTerms: Hashable, Sendable {
  /// Seven days: an email that could not go out within them would ask about a month half gone.
  public static let usualCutOff: TimeInterval = 7 * 86_400

  /// Recipients are spread evenly over so many seconds, each always at the same place of one period.
  public var randomizedDelay: TimeInterval
  /// Seconds after its time when an email is not sent any more.
  public var cutOff: TimeInterval
  /// Days after the email when those who did not answer are reminded, at the same time of day; nil: never.
  public var reminderAfter: Int?

  /// Terms; without any, everything at once, for seven days, and no reminder.
  public init(
    randomizedDelay: TimeInterval = 0, cutOff: TimeInterval = usualCutOff, reminderAfter: Int? = nil
  ) {
    self.randomizedDelay = randomizedDelay
    self.cutOff = cutOff
    self.reminderAfter = reminderAfter
  }

  /// The same without the spread: what an operator asks for goes out at once.
  public var atOnce: FiringTerms {
    FiringTerms(randomizedDelay: 0, cutOff: cutOff, reminderAfter: reminderAfter)
  }
}
