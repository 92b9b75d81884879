import Foundation

/// A local time that an expression names and no clock in the zone shows: clocks were put forward over it.
public struct SkippedTime: Hashable, Sendable {
  /// The civil date and time: `2026-10-04 02:30`, with seconds where they are not zero.
  public let localTime: String
  /// The zone's name: the expression's own as it is written there, or else the identifier of the zone given.
  public let zone: String
  /// When the clocks were put forward, to the second.
  public let change: Date
}

extension CalendarExpression {
  /// The local times the expression names that do not exist, in order of time: those that clocks are put forward over
  /// at an instant from `start` up to, but not including, `end`, in the expression's own zone or else in `zone`.
  ///
  /// It looks at the zone's changes and at the times they jump over, and at nothing else.
  /// - Parameters:
  ///   - start: Instants before 1970 are taken for 1970.
  ///   - end: Instants after the year 2199 are taken for its end.
  ///   - limit: The most that are listed; an expression that fires every second names 3,600 a year.
  public func skippedTimes(
    from start: Date, to end: Date, in zone: TimeZone, limit: Int = 100
  ) -> [SkippedTime] {
    let clock = LocalClock(zone: timeZone ?? zone)
    let name = self.zone?.name ?? zone.identifier
    var skipped: [SkippedTime] = []
    for jump in clock.jumps(from: Self.held(start), to: Self.held(end)) {
      var from = jump.first
      while skipped.count < limit, let local = fields.firstMatch(from: from), local < jump.resumption {
        skipped.append(SkippedTime(localTime: local.text, zone: name, change: jump.change))
        from = local.advanced(by: 1)
      }
    }
    return skipped
  }

  /// A date within the years of expressions; one that is no number is taken for 1970.
  private static func held(_ date: Date) -> Date {
    let seconds = date.timeIntervalSince1970
    return Date(timeIntervalSince1970: seconds > 0 ? min(seconds, 7_258_204_800) : 0)
  }
}

extension LocalTime {
  /// `2026-10-04 02:30`, with seconds where they are not zero: `02:30:15`, `02:30:00.500000`.
  fileprivate var text: String {
    let date = CivilDate(daysSince1970: microseconds / Self.day)
    let time = microseconds % Self.day
    let second = time % Self.minute
    let digits = [date.month, date.day, time / Self.hour, time % Self.hour / Self.minute]
      .map(CalendarUnit.minute.text)
    let seconds = second == 0 ? "" : ":" + CalendarUnit.second.text(second)
    return "\(date.year)-\(digits[0])-\(digits[1]) \(digits[2]):\(digits[3])\(seconds)"
  }
}
