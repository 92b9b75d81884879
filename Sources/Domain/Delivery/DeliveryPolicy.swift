import Foundation

/// How long to wait before trying again, and when to stop. Defaults are Postfix's: 300 s to 4,000 s, five days in all.
public struct DeliveryPolicy: Hashable, Sendable {
  /// Seconds before the second attempt.
  public var firstPause: TimeInterval
  /// No pause is longer than this, in seconds.
  public var longestPause: TimeInterval
  /// Seconds after the first attempt when it is given up.
  public var giveUpAfter: TimeInterval

  /// A policy; the defaults are Postfix's.
  public init(
    firstPause: TimeInterval = 300, longestPause: TimeInterval = 4_000, giveUpAfter: TimeInterval = 5 * 86_400
  ) {
    self.firstPause = firstPause
    self.longestPause = longestPause
    self.giveUpAfter = giveUpAfter
  }

  /// Seconds to wait after so many failed attempts (1, 2, …): doubled each time up to the longest, then spread over
  /// three quarters to five quarters of that by `spread` (0 to 1), so that a relay that comes back is not met by all at once.
  public func backoff(attempt: Int, spread: Double) -> TimeInterval {
    let doublings = min(max(attempt, 1) - 1, 20)
    let pause = min(firstPause * Double(1 << doublings), longestPause)
    return pause * (0.75 + 0.5 * min(max(spread, 0), 1))
  }
}
