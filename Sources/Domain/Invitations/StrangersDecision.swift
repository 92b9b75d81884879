import Foundation

/// What is kept of people who are no members: whom somebody invited, who asked for a way in, who had an address before.
public enum StrangersDecision {
  /// So many days after an invitation has expired, or an email to an address has come to its end, nothing is kept of it.
  public static let keptDays = 90

  /// What came to its end before this moment goes.
  public static func end(now: Date) -> Date { now - TimeInterval(keptDays) * 86_400 }

  /// Decides what goes now.
  public static func decide(now: Date) -> Decision<Void> {
    Decision((), changes: [.strangersForgotten(before: end(now: now))])
  }
}
