import Foundation

extension Age {
  /// "today", "yesterday", "on Tuesday" within the week; before it, `words`: "12 days ago".
  public static func dayWords(from then: Date, to now: Date, in zone: TimeZone) -> String {
    let day = LocalDay(then, in: zone).number
    guard (2...6).contains(LocalDay(now, in: zone).number - day) else {
      return words(from: then, to: now, in: zone)
    }
    // 1 January 1970 was a Thursday.
    return "on " + weekdays[(day % 7 + 7) % 7]
  }

  private static let weekdays = [
    "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday",
  ]
}
