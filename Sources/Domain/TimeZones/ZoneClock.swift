import Foundation

/// Whole seconds since 1970 in UTC, within the years that ``ZoneFile`` answers for.
enum ZoneClock {
  static let day = 86_400

  /// 1000-01-01T00:00:00Z to 9999-12-31T23:59:59Z.
  private static let bounds = (first: -30_610_224_000, last: 253_402_300_799)

  /// Rounded down; instants out of bounds (and those that are no number) are held to them.
  static func second(of date: Date) -> Int {
    let seconds = date.timeIntervalSince1970.rounded(.down)
    guard seconds > Double(bounds.first) else { return bounds.first }
    return seconds < Double(bounds.last) ? Int(seconds) : bounds.last
  }

  /// The year of a second in UTC.
  static func year(of second: Int) -> Int {
    let day = Int((Double(second) / Double(day)).rounded(.down))
    // 146,097 days are 400 years, so the estimate is at most one year off.
    var year = 1970 + Int((Double(day) * 400 / 146_097).rounded(.down))
    while newYear(year) > day { year -= 1 }
    while newYear(year + 1) <= day { year += 1 }
    return year
  }

  private static func newYear(_ year: Int) -> Int {
    CivilDate(year: year, month: 1, day: 1).daysSince1970
  }
}
