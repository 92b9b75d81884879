import Foundation

/// How a time is told, on pages, in emails and in calendars alike: by the clocks of its own zone, which is named.
public struct AppointmentWords: Hashable, Sendable {
  /// "Tuesday 1 December 2026".
  public let day: String
  /// "9:00 am to 9:50 am".
  public let hours: String
  /// "9:00 am".
  public let start: String
  /// "Sydney time".
  public let zone: String
  /// "In person, Corinda QLD 4075" or "By video".
  public let place: String

  /// The words for a time.
  public init(_ slot: Slot) {
    let zone = slot.zone
    let first = LocalMoment(slot.start, in: zone)
    day = "\(first.day.weekday.name) \(first.day.words)"
    start = Self.clock(first)
    hours = "\(start) to \(Self.clock(LocalMoment(slot.end, in: zone)))"
    self.zone = Self.name(of: zone)
    place = ([slot.mode.words] + [slot.place?.label].compactMap(\.self)).joined(separator: ", ")
  }

  /// "Tuesday 1 December 2026, 9:00 am to 9:50 am (Sydney time)".
  public var whole: String { "\(day), \(hours) (\(zone))" }

  /// "Sydney time", from `Australia/Sydney`.
  public static func name(of zone: TimeZone) -> String {
    guard let city = zone.identifier.split(separator: "/").dropFirst().last else { return "UTC" }
    return "\(city.replacing("_", with: " ")) time"
  }

  /// "Tuesday 1 December 2026, 9:00 am (Sydney time)": another moment, by the clocks of a time's zone.
  public static func moment(_ moment: Date, in slot: Slot) -> String { self.moment(moment, in: slot.zone) }

  /// The same by the clocks of a zone.
  public static func moment(_ moment: Date, in zone: TimeZone) -> String {
    let local = LocalMoment(moment, in: zone)
    return "\(local.day.weekday.name) \(local.day.words), \(clock(local)) (\(name(of: zone)))"
  }

  /// "9:05 am", "12:00 noon", "12:00 midnight", from minutes after midnight: twelve is the one that people get wrong.
  public static func clock(minute: Int) -> String {
    let (hour, rest) = (minute / 60, minute % 60)
    let digits = "\((hour + 11) % 12 + 1):\(rest < 10 ? "0" : "")\(rest)"
    if rest == 0, hour % 12 == 0 { return "\(digits) \(hour == 0 ? "midnight" : "noon")" }
    return "\(digits) \(hour < 12 ? "am" : "pm")"
  }

  private static func clock(_ moment: LocalMoment) -> String {
    clock(minute: moment.hour * 60 + moment.minute)
  }
}
