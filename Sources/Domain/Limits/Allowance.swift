import Foundation

/// How often something may be done: so many at once, and then one each so many seconds (a token bucket).
public struct Allowance: Hashable, Sendable {
  /// How many may be done at once, at least 1.
  public var atOnce: Int
  /// Seconds after which one more may be done.
  public var secondsEach: TimeInterval

  /// An allowance.
  public init(atOnce: Int, secondsEach: TimeInterval) {
    self.atOnce = max(atOnce, 1)
    self.secondsEach = max(secondsEach, 0.001)
  }
}

/// What is left of an allowance for each of those who use it. Bounded: whoever has all of theirs left is forgotten first.
///
/// Those who used most are remembered longest, so that inventing new keys frees nobody; a new key beyond the bound takes
/// the place of the least used.
public struct RateLimits<Key: Hashable & Sendable>: Sendable {
  private let allowance: Allowance
  private let mostKeys: Int
  /// When each would have all of its allowance back: only that is kept.
  private var fullAgainAt: [Key: Date] = [:]

  /// Limits for at most so many keys at a time, at least 4.
  public init(_ allowance: Allowance, mostKeys: Int) {
    self.allowance = allowance
    self.mostKeys = max(mostKeys, 4)
  }

  /// How many keys are remembered.
  public var count: Int { fullAgainAt.count }

  /// Takes one from the allowance of `key`; returns nil when it may be done, else the seconds until it may.
  public mutating func take(_ key: Key, now: Date) -> TimeInterval? {
    let whole = allowance.secondsEach * Double(allowance.atOnce)
    var used = max(fullAgainAt[key].map { $0.timeIntervalSince(now) } ?? 0, 0)
    if used > whole {
      // The clock was set back; nobody is kept out until it is there again.
      used = whole
      fullAgainAt[key] = now + whole
    }
    let after = used + allowance.secondsEach
    // Dates are in binary: what is a billionth short is whole.
    guard after <= whole + 1e-6 else { return after - whole }
    fullAgainAt[key] = now + after
    if fullAgainAt.count > mostKeys { forget(now: now) }
    return nil
  }

  /// Forgets whoever has everything back; when that is not enough, the quarter that used least.
  private mutating func forget(now: Date) {
    fullAgainAt = fullAgainAt.filter { $0.value > now }
    guard fullAgainAt.count > mostKeys * 3 / 4 else { return }
    let least = fullAgainAt.sorted { $0.value < $1.value }.prefix(fullAgainAt.count - mostKeys * 3 / 4)
    for (key, _) in least { fullAgainAt[key] = nil }
  }
}
