import Foundation

/// A calendar day in a zone, counted from 1 January 1970.
public struct LocalDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01 on the local calendar.
  public let number: Int

  /// The day of a date written `2027-01-14`, or nil when there is no such day from 1970 to 2199.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let isDigits = parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard isDigits, parts.map(\.utf8.count) == [4, 2, 2] else { return nil }
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3, (1970...2199).contains(numbers[0]), (1...12).contains(numbers[1]),
      (1...CivilDate.length(ofMonth: numbers[1], in: numbers[0])).contains(numbers[2])
    else { return nil }
    number = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]).daysSince1970
  }

  /// The day so many days after 1970-01-01.
  public init(number: Int) { self.number = number }

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

  /// `2027-01-14`.
  public var text: String {
    let (year, month, day) = civil
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    return [digits(year, 4), digits(month, 2), digits(day, 2)].joined(separator: "-")
  }

  /// The moment at which it begins in `zone`: midnight, or the first moment after one that the clocks jump over.
  public func start(in zone: TimeZone) -> Date {
    let clock = LocalClock(zone: zone)
    let midnight = LocalTime(microseconds: number * LocalTime.day)
    let microseconds =
      switch clock.reading(midnight) {
      case .shown(let instant): instant
      case .skipped(let resumption):
        if case .shown(let instant) = clock.reading(resumption) { instant } else { resumption.microseconds }
      }
    return Date(timeIntervalSince1970: Double(LocalClock.seconds(microseconds)))
  }

  /// January first.
  public static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]

  /// In order, the smaller first.
  public static func < (left: Self, right: Self) -> Bool { left.number < right.number }
}
