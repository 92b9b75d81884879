import Foundation

/// A moment as a clock on the wall shows it, to the minute.
public struct LocalMoment: Hashable, Sendable {
  /// The day that it is.
  public let day: LocalDay
  /// 0 to 23.
  public let hour: Int
  /// 0 to 59.
  public let minute: Int

  /// What the clocks of `zone` show at `instant`.
  public init(_ instant: Date, in zone: TimeZone) {
    day = LocalDay(instant, in: zone)
    let local = instant.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: instant))
    let seconds = Int(local.rounded(.down)) - day.number * 86_400
    (hour, minute) = (seconds / 3_600, seconds % 3_600 / 60)
  }

  /// "3 December 2026 at 9:05".
  public var words: String { "\(day.words) at \(hour):\(minute < 10 ? "0" : "")\(minute)" }
}
