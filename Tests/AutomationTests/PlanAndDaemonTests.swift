import Domain
import Foundation
import Store
import Testing

@testable import Automation

@Suite struct `The plan and the daemon` {
  private static let zones = [
    "Australia/Sydney", "Australia/Adelaide", "Australia/Brisbane", "Australia/Perth", "Australia/Lord_Howe",
  ]

  /// Hours that a change of the clocks skips or repeats, in the months when they change and in all others.
  private static let hours = ["01:45", "02:00", "02:15", "02:30", "03:00", "09:00"]

  private static func text(_ hour: String, delay: String = "30min") -> String {
    """
    emails: waiting-period
    on-calendar: ["Sun *-*-01..07 \(hour)"]
    time-zone: recipient
    randomized-delay: \(delay)
    cut-off: 3 days
    reminder-after: 7 days
    """
  }

  private static func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  /// Three members in each of the five zones, and three in the site's.
  private func daemon(_ text: String, start: Date) async throws -> VirtualDaemon {
    let daemon = try VirtualDaemon(text, start: start)
    try await daemon.scratch.addMembers(3)
    for (index, zone) in Self.zones.enumerated() {
      try await daemon.scratch.addMembers(3, zone: zone, from: 100 * (index + 1))
    }
    return daemon
  }

  @Test(arguments: hours)
  func `agree to the second through both changes of the clocks, with restarts on the way`(hour: String)
    async throws
  {
    let (start, end) = (try Self.date("2026-03-10T00:00:00Z"), try Self.date("2026-11-20T00:00:00Z"))
    let daemon = try await daemon(Self.text(hour), start: start)
    try await daemon.settle()
    let plan = try await daemon.plan(until: end)
    var stops = 0
    try await daemon.run(until: end) { daemon in
      stops += 1
      if stops % 7 == 0 { try daemon.restart() }
    }
    let sent = try await daemon.sent()
    #expect(sent == plan, "\(sent.symmetricDifference(plan).sorted().prefix(5))")
    // Eight months of eighteen members, each with a reminder; an hour that does not exist is nobody's.
    #expect(sent.count > 18 * 2 * 6 && sent.count <= 18 * 2 * 8)
    #expect(sent.filter { $0.kind == .waitingPeriodReminder }.count * 2 == sent.count)
  }

  @Test(arguments: [3_600, 30 * 86_400] as [TimeInterval])
  func `agree when the clock is set back on the way`(seconds: TimeInterval) async throws {
    let (start, end) = (try Self.date("2026-03-10T00:00:00Z"), try Self.date("2026-08-20T00:00:00Z"))
    let daemon = try await daemon(Self.text("02:30"), start: start)
    try await daemon.settle()
    let plan = try await daemon.plan(until: end)
    var stops = 0
    try await daemon.run(until: end) { daemon in
      stops += 1
      guard stops % 11 == 0 else { return }
      daemon.scratch.pass(-seconds)
      try await daemon.settle()
      if stops % 22 == 0 { try daemon.restart() }
      try await daemon.settle()
      daemon.scratch.pass(seconds)
    }
    let sent = try await daemon.sent()
    #expect(sent == plan, "\(sent.symmetricDifference(plan).sorted().prefix(5))")
  }

  @Test func `differ by an outage of three months in what was missed alone, and that is on record`()
    async throws
  {
    let (start, end) = (try Self.date("2026-03-10T00:00:00Z"), try Self.date("2026-11-20T00:00:00Z"))
    let daemon = try await daemon(Self.text("09:00"), start: start)
    try await daemon.settle()
    let plan = try await daemon.plan(until: end)
    let (down, up) = (try Self.date("2026-05-20T00:00:00Z"), try Self.date("2026-08-20T00:00:00Z"))
    try await daemon.run(until: down)
    try daemon.restart()
    daemon.scratch.set(up)
    try await daemon.run(until: end)

    let sent = try await daemon.sent()
    let lost = plan.filter { $0.due > down && $0.due <= up }
    #expect(Set(lost.map(\.period)) == ["2026-06", "2026-07", "2026-08"])
    #expect(sent == plan.subtracting(lost), "\(sent.symmetricDifference(plan.subtracting(lost)).sorted())")
    let records = try await daemon.scratch.store.read { try $0.firings(of: "waiting-period", limit: 1_000) }
    let missed = records.filter { $0.missed != nil }
    // June and July were overtaken by August, whose cut-off had passed; in the five zones.
    #expect(missed.count == 3 * 5)
    #expect(missed.filter { $0.missed == .pastCutOff }.allSatisfy { $0.firing.instant > up - 31 * 86_400 })
    #expect(missed.filter { $0.missed == .pastCutOff }.count == 5)
    #expect(missed.allSatisfy { $0.queued == 0 && $0.finishedAt != nil })
  }

  @Test func `make up for a time within its cut-off, and the reminder counts from when it went out`()
    async throws
  {
    let start = try Self.date("2026-05-20T00:00:00Z")
    let daemon = try await daemon(Self.text("09:00", delay: "0"), start: start)
    try await daemon.settle()
    // Sunday 7 June, nine in the morning in Sydney; the daemon is back two days later.
    let due = try Self.date("2026-06-06T23:00:00Z")
    let back = due + 2 * 86_400
    try daemon.restart()
    daemon.scratch.set(back)
    #expect(try await daemon.plan(until: back + 1).count == 18)
    try await daemon.run(until: back + 8 * 86_400)
    let sent = try await daemon.sent()
    let sydney = sent.filter { $0.recipient == sent.min()?.recipient }.sorted { $0.due < $1.due }
    #expect(sydney.map(\.kind) == [.waitingPeriod, .waitingPeriodReminder])
    #expect(sydney.map(\.due) == [back, back + 7 * 86_400])
    #expect(sent.count == 36)
  }

  @Test func `skip, and count, those whose own place in the spread was past the cut-off`() async throws {
    let daemon = try VirtualDaemon(
      Self.text("09:00", delay: "2 days"), start: try Self.date("2026-05-20T00:00:00Z"))
    try await daemon.scratch.addMembers(200)
    try await daemon.settle()
    let due = try Self.date("2026-06-06T23:00:00Z")
    // Four days late: past the cut-off of the first day's places, within that of the second's.
    daemon.scratch.set(due + 4 * 86_400)
    try await daemon.settle()
    let firing = try #require(
      try await daemon.scratch.store.read { try $0.firings(of: "waiting-period", limit: 1).first })
    #expect(firing.missed == nil)
    #expect((60...140).contains(firing.late))
    #expect(firing.queued == 2 * (200 - firing.late))
    #expect(try await daemon.sent().count == 200 - firing.late)
  }
}
