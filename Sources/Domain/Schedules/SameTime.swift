import Foundation

extension Date {
  /// The moment at which the clocks of `zone` show the same time so many days later; where they jump over that time,
  /// the first one after it.
  public func sameTime(daysLater days: Int, in zone: TimeZone) -> Date {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    // Nil only beyond the calendar's years; a day of 24 hours is near enough there.
    return calendar.date(byAdding: .day, value: days, to: self) ?? self + Double(days) * 86_400
  }
}
