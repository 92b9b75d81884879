import Foundation

/// A file of `schedules/`: which emails, when, in whose time zone.
public struct Schedule: Sendable, Hashable {
  /// In whose zone an expression that names none is read.
  public enum Zone: Sendable, Hashable {
    /// Each recipient's own; practitioners without one have the site's.
    case recipient
    case named(TimeZone)
  }

  /// The file's name without its ending; `waiting-period` is the monthly one.
  public var name: String
  /// What it sends.
  public var emails: Email.Kind
  /// When; any of them fires it.
  public var onCalendar: [CalendarExpression]
  /// In whose zone.
  public var zone: Zone

  /// A schedule.
  public init(name: String, emails: Email.Kind, onCalendar: [CalendarExpression], zone: Zone) {
    self.name = name
    self.emails = emails
    self.onCalendar = onCalendar
    self.zone = zone
  }

  /// The first instant strictly after `date` at which it fires for recipients in `recipientZone`.
  public func next(after date: Date, recipientZone: TimeZone) -> Date? {
    let zone = readingZone(for: recipientZone)
    return onCalendar.compactMap { $0.next(after: date, in: zone) }.min()
  }

  /// The zone that expressions naming none are read in, for recipients in `recipientZone`.
  public func readingZone(for recipientZone: TimeZone) -> TimeZone {
    if case .named(let zone) = zone { zone } else { recipientZone }
  }
}

/// One time that a schedule fires for the recipients of one zone: a unique row, so that a crash, a restart or a clock set
/// back cannot fire it twice.
public struct Firing: Hashable, Sendable {
  /// The schedule's name.
  public var schedule: String
  /// IANA name of the recipients' zone.
  public var zone: String
  /// When it was due.
  public var instant: Date

  /// A firing.
  public init(schedule: String, zone: String, instant: Date) {
    self.schedule = schedule
    self.zone = zone
    self.instant = instant
  }
}

/// When a schedule is due.
public enum FiringDecision {
  /// The last instant of `schedule` in (`since`, `now`], or nil. After any number of missed ones it fires once, as
  /// `Persistent=true` does.
  public static func due(_ schedule: Schedule, zone: TimeZone, since: Date, now: Date) -> Firing? {
    var last: Date?
    var cursor = since
    while let next = schedule.next(after: cursor, recipientZone: zone), next <= now {
      last = next
      // Years of missed minutes are skipped over: only the last of them matters.
      cursor = next
      let recent = now - 400 * 86_400
      if next < recent, let later = schedule.next(after: recent, recipientZone: zone), later <= now {
        cursor = recent
      }
    }
    return last.map { Firing(schedule: schedule.name, zone: zone.identifier, instant: $0) }
  }
}
