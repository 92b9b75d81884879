import Foundation

/// When one member's digests are due: at the first time of the schedule at or after the hour and day that they chose, by their
/// own clock.
public struct DigestTimes: Sendable {
  /// The schedule of digests.
  public let schedule: Schedule
  /// What the member chose.
  public let preferences: EmailPreferences
  /// The zone that their clocks run by.
  public let zone: TimeZone

  /// Beyond all calendars: a schedule that never comes is looked at again when it is another.
  static let never = Date(timeIntervalSince1970: 253_402_300_799)

  /// The times of one member.
  public init(schedule: Schedule, preferences: EmailPreferences, zone: TimeZone) {
    self.schedule = schedule
    self.preferences = preferences
    self.zone = zone
  }

  /// The first one strictly after a moment, on a day later than `period` if one is given.
  public func next(after moment: Date, laterThan period: LocalDay? = nil) -> Date? {
    // A schedule with few times comes up to a week after the hour that was chosen; of a month every day is looked at, once more.
    let first = LocalDay(moment, in: zone).number - 7
    for number in first...(first + 80) {
      let day = LocalDay(number: number)
      guard isChosen(day), let time = time(on: day), time > moment else { continue }
      if let period, LocalDay(time, in: zone) <= period { continue }
      return time
    }
    return nil
  }

  /// The last one up to a moment, not before one that is due already.
  func latest(from due: Date, until now: Date) -> Date {
    var latest = due
    while let later = next(after: latest), later <= now { latest = later }
    return latest
  }

  private func isChosen(_ day: LocalDay) -> Bool {
    day.weekday == preferences.digestDay && preferences.digests.includes(day)
  }

  private func time(on day: LocalDay) -> Date? {
    let hour = LocalTime(microseconds: day.number * LocalTime.day + preferences.digestHour * 3_600_000_000)
    let chosen: Date
    switch LocalClock(zone: zone).reading(hour) {
    case .shown(let instant): chosen = Date(timeIntervalSince1970: Double(LocalClock.seconds(instant)))
    // The clocks jump over it on that day: the day begins, and the schedule says what comes next.
    case .skipped: chosen = day.start(in: zone)
    }
    return schedule.next(after: chosen - 1, recipientZone: zone)
  }
}
