import Domain
import Foundation

/// What is right as it is written, and still not what an operator wants.
struct ScheduleWarnings {
  private let schedules: [Schedule]
  /// The site's zone, then all that the data know: members live in any of them.
  private let zones: [TimeZone]

  init(_ examination: Examination) {
    schedules = examination.schedules ?? []
    let known = examination.reference?.localities.regions.timeZones ?? []
    let named = [examination.configuration?.site.timeZone].compactMap(\.self) + known
    zones = named.compactMap(TimeZone.init(identifier:))
  }

  /// A line each.
  func lines(now: Date) -> [String] {
    schedules.flatMap { silent($0, now: now) + skipped($0, now: now) }
      + ZonesInUse(zones, schedules: schedules).disagreements(now: now)
  }

  /// Times that have passed for good, or that no calendar has.
  private func silent(_ schedule: Schedule, now: Date) -> [String] {
    schedule.onCalendar.filter { $0.next(after: now, in: zones.first ?? .gmt) == nil }.map {
      "schedule \(schedule.name): \($0.normalized) never comes; nothing is sent by it"
    }
  }

  /// A line a zone: the first of its times, and how many more.
  private func skipped(_ schedule: Schedule, now: Date) -> [String] {
    let times = schedule.skippedTimes(recipientZones: zones, from: now, to: now + 5 * 366 * 86_400)
    return Dictionary(grouping: times, by: \.zone).sorted { $0.key < $1.key }.compactMap { zone, times in
      guard let first = times.first else { return nil }
      let more = times.count > 1 ? ", nor do \(times.count - 1) more within five years" : ""
      return
        "schedule \(schedule.name): \(first.localTime) does not exist in \(zone)\(more); nothing is sent then, so choose another hour"
    }
  }
}
