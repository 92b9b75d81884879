import Automation
import Domain
import Foundation
import Store

extension Operations {
  /// A schedule as commands show one.
  struct ScheduleFacts: Encodable {
    var name: String
    var emails: String
    /// As `systemd-analyze calendar` writes them.
    var onCalendar: [String]
    var timeZone: String
    var randomizedDelaySeconds: Int
    var cutOffSeconds: Int
    var persistent: Bool
    var reminderAfterDays: Int?
    /// For those whose clocks run by the site's zone.
    var next: Date?
    /// The last time that sent something, in whatever zone.
    var last: Date?
    /// The last time for which nothing was sent, and why.
    var lastMissed: Date?
    var missedBecause: String?

    init(_ schedule: Schedule, firings: [FiringRecord], siteZone: TimeZone, now: Date) {
      name = schedule.name
      emails = schedule.emails.rawValue
      onCalendar = schedule.onCalendar.map(\.normalized)
      if case .named(let zone) = schedule.zone { timeZone = zone.identifier } else { timeZone = "recipient" }
      randomizedDelaySeconds = Int(schedule.terms.randomizedDelay)
      cutOffSeconds = Int(schedule.terms.cutOff)
      persistent = schedule.isPersistent
      reminderAfterDays = schedule.terms.reminderAfter
      next = schedule.next(after: now, recipientZone: siteZone)
      last = firings.first { $0.missed == nil }?.firing.instant
      let missed = firings.first { $0.missed != nil }
      lastMissed = missed?.firing.instant
      missedBecause = missed?.missed?.rawValue
    }
  }

  func scheduleFacts() async throws -> [ScheduleFacts] {
    let (materials, now) = (materials, time.now())
    return try await store.read { record in
      try materials.schedules.map {
        ScheduleFacts(
          $0, firings: try record.firings(of: $0.name, limit: 200), siteZone: materials.siteZone, now: now)
      }
    }
  }

  func schedules() async throws -> Report {
    let facts = try await scheduleFacts()
    let zone = materials.siteZone.identifier
    let lines = facts.map { schedule in
      let next = schedule.next?.formatted(.iso8601) ?? "never"
      let when = schedule.onCalendar.joined(separator: "; ")
      return "\(schedule.name)  \(when)  (\(schedule.timeZone))  next in \(zone): \(next)"
    }
    return try Report(facts, text: lines.joined(separator: "\n"))
  }

  /// Fires a schedule now, and waits until its emails are queued: by the daemon's scheduler, or without one by one of its
  /// own, for a daemon to send.
  func fire(_ name: String) async throws -> Report {
    let schedules = materials.schedules
    guard let schedule = schedules.first(where: { $0.name == name }) else {
      let names = schedules.map(\.name).joined(separator: ", ")
      return .refused("no schedule is named \(name); there are: \(names)")
    }
    guard schedule.isOfRounds else { return try await fireDigests(schedule) }
    let zone = materials.siteZone
    let firings = try await Scheduler.fireNow(schedule, store: store, siteZone: zone, now: time.now())
    if daemon == nil {
      let scheduler = Scheduler(
        store: store, schedules: { [] }, siteZone: zone, time: time, logger: .init(label: "schedule"),
        queued: {})
      while try await scheduler.step() {}
    }
    while try await store.read({ record in
      try firings.contains { try record.firing($0)?.finishedAt == nil }
    }) {
      try await time.pause(0.05)
    }
    let queued = try await store.read { record in
      try firings.reduce(0) { $0 + (try record.firing($1)?.queued ?? 0) }
    }
    let sent = daemon == nil ? "; they go out when the daemon runs" : ""
    return try Report(["queued": queued], text: "\(name): \(queued) emails queued\(sent)")
  }
}
