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
    /// For those whose clocks run by the site's zone.
    var next: Date?

    init(_ schedule: Schedule, siteZone: TimeZone, now: Date) {
      name = schedule.name
      emails = schedule.emails.rawValue
      onCalendar = schedule.onCalendar.map(\.normalized)
      if case .named(let zone) = schedule.zone { timeZone = zone.identifier } else { timeZone = "recipient" }
      next = schedule.next(after: now, recipientZone: siteZone)
    }
  }

  func schedules() async throws -> Report {
    let facts = materials.schedules.map { ScheduleFacts($0, siteZone: materials.siteZone, now: time.now()) }
    let lines = facts.map { schedule in
      let next = schedule.next?.formatted(.iso8601) ?? "never"
      let when = schedule.onCalendar.joined(separator: "; ")
      return
        "\(schedule.name)  \(when)  (\(schedule.timeZone))  next in \(materials.siteZone.identifier): \(next)"
    }
    return try Report(facts, text: lines.joined(separator: "\n"))
  }

  /// Fires a schedule now. Without a daemon its emails are queued, to be sent when one runs.
  func fire(_ name: String) async throws -> Report {
    guard let schedule = materials.schedules.first(where: { $0.name == name }) else {
      let names = materials.schedules.map(\.name).joined(separator: ", ")
      return .refused("no schedule is named \(name); there are: \(names)")
    }
    let before = try await store.read { try $0.countOfEmails() }
    try await Scheduler.fireNow(schedule, store: store, siteZone: materials.siteZone, now: time.now())
    let scheduler = Scheduler(
      store: store, schedules: [], siteZone: materials.siteZone, time: time, logger: .init(label: "schedule"),
      queued: { queue?.wake() })
    while try await scheduler.step() {}
    let queued = try await store.read { try $0.countOfEmails() } - before
    let sent = queue == nil ? "; they go out when the daemon runs" : ""
    return try Report(["queued": queued], text: "\(name): \(queued) emails queued\(sent)")
  }
}
