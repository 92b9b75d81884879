import Foundation

/// How long ago something was said, in words, counted in days of the reader's zone.
public enum Age {
  /// "today", "yesterday", "12 days ago", "3 months ago".
  public static func words(from then: Date, to now: Date, in zone: TimeZone) -> String {
    let days = max(0, LocalDay(now, in: zone).number - LocalDay(then, in: zone).number)
    switch days {
    case 0: return "today"
    case 1: return "yesterday"
    case 2..<62: return "\(days) days ago"
    case 62..<730: return "\(days / 30) months ago"
    default: return "\(days / 365) years ago"
    }
  }
}
