import Foundation

/// Writes dates as RFC 5322 (section 3.3) wants them, in UTC.
///
/// Civil arithmetic rather than a formatter: no locale or calendar of the machine can creep in, and it
/// costs nothing at ten thousand messages a second.
enum DateField {
  private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  /// 1900-01-01 and 10000-01-01 in seconds since 1970.
  private static let range = -2_208_988_800.0..<253_402_300_800.0

  /// `Sun, 23 Nov 2025 20:46:00 +0000`; parts of a second are dropped.
  static func text(_ date: Date) throws(MessageError) -> String {
    guard range.contains(date.timeIntervalSince1970) else { throw .date }
    let seconds = Int(date.timeIntervalSince1970.rounded(.down))
    let second = modulo(seconds, 86_400)
    let days = (seconds - second) / 86_400
    let (year, month, day) = civil(days)
    let clock = [second / 3600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
    return "\(weekdays[modulo(days, 7)]), \(twoDigits(day)) \(months[month - 1]) \(year) \(clock) +0000"
  }

  /// The Gregorian date of a day counted from 1970-01-01.
  ///
  /// Counts from 1 March of year 0, in whole cycles of 400 years, so that a leap day ends its year.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let dayOfCycle = modulo(shifted, 146_097)
    let cycle = (shifted - dayOfCycle) / 146_097
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    let year = cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
  }

  private static func modulo(_ value: Int, _ divisor: Int) -> Int {
    let rest = value % divisor
    return rest < 0 ? rest + divisor : rest
  }

  private static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
