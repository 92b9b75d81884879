import Foundation

/// A parsed `OnCalendar=` expression, in the syntax of systemd 252 (`man 7 systemd.time`, "Calendar Events").
///
/// Promise: what is accepted, its normalized form and its instants are those of `systemd-analyze calendar`, save that
/// - a local time that happens twice fires at its first instant only, even when asked from within the second pass;
/// - a step ends with its month, day, hour or minute: from `*-*-20/8`, systemd 252 steps on into the next
///   month and misses days there, or gives up near a change of clocks;
/// - any of `~01` to `~28` may stand anywhere in a list, where systemd lowers the bound from part to part;
/// - abbreviations and files that mean something on one machine only (`AEST`, `localtime`) are no zones.
///
/// Local times run from 1970-01-01 00:00:00 to 2199-12-31 23:59:59.999999.
public struct CalendarExpression: Sendable, Hashable, CustomStringConvertible {
  let fields: CalendarFields
  let zone: CalendarZone?

  /// Reads an expression, such as `Mon..Fri *-*-01..07 09:00 Australia/Sydney` or `weekly`.
  /// - Throws: ``CalendarExpressionError`` with the column of the first mistake.
  public init(_ text: String) throws(CalendarExpressionError) {
    let (body, zone) = try CalendarZone.split(text)
    let timestamp = try CalendarTimestamp(body)
    fields = timestamp.fields
    // A count of seconds since 1970 names an instant; a zone beside it has no say.
    self.zone = timestamp.isInstant ? .utc : zone
  }

  /// The zone that the expression itself names (`UTC` or an IANA name), if any.
  public var timeZone: TimeZone? { zone?.timeZone }

  /// The expression spelled out in full, as `systemd-analyze calendar` prints it under "Normalized form".
  /// Parsing it gives an equal expression.
  public var normalized: String {
    zone.map { "\(fields.normalized) \($0.name)" } ?? fields.normalized
  }

  /// The same as ``normalized``.
  public var description: String { normalized }

  /// The first instant strictly after `date`, to the microsecond, in the expression's own zone or else in `zone`.
  ///
  /// A local time that a zone skips (clocks put forward) does not fire; one that happens twice fires at the first.
  /// - Returns: nil when there is none up to the end of the year 2199.
  public func next(after date: Date, in zone: TimeZone) -> Date? {
    guard var earliest = Self.microseconds(of: date) else { return nil }
    let clock = LocalClock(zone: timeZone ?? zone)
    while let instant = fields.firstInstant(after: earliest, on: clock) {
      let found = Date(timeIntervalSince1970: Double(instant) / 1e6)
      if found > date { return found }
      // A Date counts in binary fractions of a second, so the microsecond asked from may be read as the one before.
      earliest = instant
    }
    return nil
  }

  /// Microseconds since 1970, rounded down, held within reach of the years searched; nil when past them or not a number.
  private static func microseconds(of date: Date) -> Int? {
    let seconds = date.timeIntervalSince1970
    guard seconds < 7_258_204_800 else { return nil }  // 2200-01-02: past the end in every zone
    return Int((max(seconds, -86_400) * 1e6).rounded(.down))
  }
}
