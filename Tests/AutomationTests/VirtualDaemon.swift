import Domain
import Foundation
import Logging
import Mail
import Store
import Testing

@testable import Automation

/// The services of a daemon on a record of its own and a clock that the test moves. It can be stopped and started anew; the
/// clock can be set back.
final class VirtualDaemon {
  let scratch: ScratchStore
  let schedule: Schedule
  let relay = ToldRelay()
  private var scheduler: Scheduler
  private var queue: QueueManager

  /// What went out: by kind, month and recipient, and when it was due.
  struct Sent: Hashable, Comparable, CustomStringConvertible {
    var due: Date
    var kind: Email.Kind
    var period: String
    var recipient: String

    var description: String { "\(due.formatted(.iso8601)) \(kind.rawValue) \(period) \(recipient)" }
    static func < (left: Self, right: Self) -> Bool { left.description < right.description }
  }

  init(_ text: String, start: Date) throws {
    let scratch = try ScratchStore(start: start)
    let schedule = try ScheduleFile.read(text, name: "waiting-period", file: "waiting-period.yaml")
    self.scratch = scratch
    self.schedule = schedule
    (scheduler, queue) = try Self.services(scratch, schedule, relay)
  }

  /// What ran forgets everything; the record stays.
  func restart() throws { (scheduler, queue) = try Self.services(scratch, schedule, relay) }

  /// Works until there is nothing to do at this moment.
  func settle() async throws {
    while try await scheduler.step() {}
    while true {
      if try await queue.step() { continue }
      let counts = try await scratch.counts()
      if counts[.claimed, default: 0] + counts[.sending, default: 0] == 0 { return }
      await Task.yield()
    }
  }

  /// Moves from one thing that is due to the next until `end`, a little late each time as a clock that is looked at once a
  /// second is; `meanwhile` may do what it likes at each stop.
  func run(until end: Date, meanwhile: (VirtualDaemon) async throws -> Void = { _ in }) async throws {
    try await settle()
    while let next = try await nextDue(), next <= end {
      scratch.set(max(scratch.now, next + 0.7))
      try await settle()
      try await meanwhile(self)
    }
    scratch.set(max(end, scratch.now))
    try await settle()
  }

  /// What the plan says of a time that begins now.
  func plan(until end: Date) async throws -> Set<Sent> {
    let reader = PlanReader(
      store: scratch.store, schedules: [schedule],
      plan: Plan(siteZone: try scratch.siteZone(), now: scratch.now, from: scratch.now, to: end),
      startedAt: scratch.now)
    var emails: [PlannedEmail] = []
    var after: String? = ""
    while let from = after {
      let part = try await reader.part(after: from, limit: 5)
      emails += part.emails.map(\.email)
      after = part.next
    }
    return Set(
      emails.map {
        Sent(due: $0.due, kind: $0.kind, period: $0.period, recipient: $0.practitioner.text)
      })
  }

  /// Everything that was sent, and nothing twice: the relay has as many letters.
  func sent() async throws -> Set<Sent> {
    let entries = try await scratch.store.read { try $0.emails(in: .sent, limit: 100_000) }
    #expect(relay.letters.count == entries.count)
    return Set(
      entries.map {
        Sent(
          due: $0.firstDue, kind: $0.email.kind, period: $0.period, recipient: $0.recipient.key)
      })
  }

  private func nextDue() async throws -> Date? {
    let now = scratch.now
    let zones = try await Scheduler.zones(store: scratch.store, siteZone: try scratch.siteZone())
    let firings = zones.compactMap { schedule.next(after: now, recipientZone: $0) }
    return (firings + [try await scratch.store.nextDue()].compactMap(\.self)).min()
  }

  private static func services(_ scratch: ScratchStore, _ schedule: Schedule, _ relay: ToldRelay) throws -> (
    Scheduler, QueueManager
  ) {
    let maker = try scratch.maker()
    return (
      Scheduler(
        store: scratch.store, schedules: { [schedule] }, siteZone: try scratch.siteZone(),
        time: scratch.time, logger: ScratchStore.logger, queued: {}),
      QueueManager(
        store: scratch.store, transport: relay, maker: { maker }, connections: 2, perMinute: 0,
        time: scratch.time, chance: { 0.5 }, logger: ScratchStore.logger)
    )
  }
}
