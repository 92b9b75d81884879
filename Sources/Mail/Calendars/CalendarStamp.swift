import Domain
import Foundation

/// Moments as iCalendar writes them (RFC 5545, section 3.3.5).
enum CalendarStamp {
  /// `20261201T220000Z`.
  static func utc(_ moment: Date) -> String { local(moment, secondsFromGMT: 0) + "Z" }

  /// `20261202T090000`, where clocks are so many seconds ahead of UTC.
  static func local(_ moment: Date, secondsFromGMT offset: Int) -> String {
    let seconds = Int(moment.timeIntervalSince1970.rounded(.down)) + offset
    let day = LocalDay(number: Int((Double(seconds) / 86_400).rounded(.down)))
    let rest = seconds - day.number * 86_400
    let clock = [rest / 3_600, rest % 3_600 / 60, rest % 60].map(twoDigits).joined()
    return "\(day.text.replacing("-", with: ""))T\(clock)"
  }

  /// `+1030`, seconds only where there are any (section 3.3.14).
  static func offset(_ seconds: Int) -> String {
    let size = abs(seconds)
    let parts = [size / 3_600, size % 3_600 / 60] + (size % 60 == 0 ? [] : [size % 60])
    return (seconds < 0 ? "-" : "+") + parts.map(twoDigits).joined()
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
