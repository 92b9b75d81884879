import Foundation

/// Spaces sends evenly so that no more than so many a minute begin.
public struct Pace: Sendable, Hashable {
  private let interval: TimeInterval
  private var next: Date

  /// - Parameter perMinute: messages a minute; 0 means no limit.
  public init(perMinute: Int, start: Date) {
    // A second may be saved up, so a minute's worth is spread over 61.
    interval = perMinute > 0 ? 61 / Double(perMinute) : 0
    next = start
  }

  /// How many of `wanted` sends may begin now, and takes them. Time that went unused is not saved up beyond a second.
  public mutating func take(_ wanted: Int, now: Date) -> Int {
    guard interval > 0 else { return wanted }
    next = max(next, now - 1)
    var taken = 0
    while taken < wanted, next <= now {
      next += interval
      taken += 1
    }
    return taken
  }

  /// Seconds until the next send may begin; 0 when at once.
  public func wait(now: Date) -> TimeInterval { interval > 0 ? max(0, next.timeIntervalSince(now)) : 0 }
}
