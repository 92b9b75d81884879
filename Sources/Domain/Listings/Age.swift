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

/// A calendar day in a zone, counted from 1 January 1970.
public struct LocalDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01 on the local calendar.
  public let number: Int

  /// The day that it is at `instant` in `zone`.
  public init(_ instant: Date, in zone: TimeZone) {
    let local = instant.timeIntervalSince1970 + Double(zone.secondsFromGMT(for: instant))
    number = Int((local / 86_400).rounded(.down))
  }

  /// Year, month (1 to 12) and day (1 to 31) of the proleptic Gregorian calendar.
  public var civil: (year: Int, month: Int, day: Int) {
    // Years are counted from March, so that the leap day comes last (Hinnant, "chrono-compatible low-level date algorithms").
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// "13 October 2026".
  public var words: String {
    let (year, month, day) = civil
    return "\(day) \(Self.monthNames[month - 1]) \(year)"
  }

  /// January first.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// In order, the smaller first.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
