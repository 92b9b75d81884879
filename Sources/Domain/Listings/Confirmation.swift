import Foundation

/// How a waiting period came to be said.
public enum ConfirmationMeans: String, Sendable, Codable, CaseIterable {
  case email, site, `operator`, `import`

  /// Whether the practitioner said it in person. Only then may a listing be called updated: an import keeps its file's date.
  public var isPersonal: Bool { self == .email || self == .site }
}

/// A waiting period together with when it was last said, and how.
public struct StatedWait: Hashable, Sendable, Codable {
  /// The band.
  public var period: WaitingPeriod
  /// When it was said.
  public var confirmedAt: Date
  /// By which means.
  public var means: ConfirmationMeans

  /// A wait as said at a moment by a means.
  public init(_ period: WaitingPeriod, confirmedAt: Date, means: ConfirmationMeans) {
    self.period = period
    self.confirmedAt = confirmedAt
    self.means = means
  }
}

/// How fresh a confirmation is. Ages only grow: `updated` becomes `current`, then `stale`.
public enum Freshness: Int, Sendable, Comparable, CaseIterable {
  /// Said by the practitioner at most 14 days ago: earns the badge.
  case updated
  /// Said at most 62 days ago (two rounds): counted as confirmed.
  case current
  /// Older, or never said: *not confirmed lately*.
  case stale

  /// The freshness at `now` of what was said then; a date in the future (a clock set back) counts as just said.
  public init(of wait: StatedWait?, now: Date) {
    guard let wait else {
      self = .stale
      return
    }
    let age = now.timeIntervalSince(wait.confirmedAt)
    if age <= Self.updatedFor, wait.means.isPersonal {
      self = .updated
    } else {
      self = age <= Self.currentFor ? .current : .stale
    }
  }

  /// 14 days, in seconds.
  public static let updatedFor: TimeInterval = 14 * 86_400
  /// 62 days, in seconds.
  public static let currentFor: TimeInterval = 62 * 86_400

  /// In order, the smaller first.
  public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
