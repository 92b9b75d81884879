import Domain
import Foundation
import Store
import Testing

@testable import Automation

@Suite struct `The scheduler` {
  private static let monthly = """
    emails: waiting-period
    on-calendar: ["*-*-01 09:00"]
    time-zone: recipient
    cut-off: 28 days
    """
  /// 30 November 2026, noon UTC.
  private static let eve = Date(timeIntervalSince1970: 1_796_040_000)

  private func run(_ scheduler: Scheduler) async throws { while try await scheduler.step() {} }

  @Test func `asks each recipient at nine by their own clock, once`() async throws {
    let scratch = try ScratchStore(start: Self.eve)
    try await scratch.addMembers(3)
    try await scratch.addMembers(2, zone: "Australia/Perth", from: 10)
    let scheduler = try scratch.scheduler(Self.monthly)
    try await run(scheduler)
    #expect(try await scratch.counts() == [:])
    // 09:00 in Sydney is 22:00 UTC the day before; in Perth 01:00 UTC.
    scratch.set(Date(timeIntervalSince1970: 1_796_076_000))
    try await run(scheduler)
    #expect(try await scratch.counts() == [.queued: 3])
    scratch.pass(3 * 3_600)
    try await run(scheduler)
    #expect(try await scratch.counts() == [.queued: 5])
  }

  /// Foundation calls `UTC` `GMT`; a name that it does not know is nobody's clock but the site's.
  @Test(arguments: ["UTC", "Etc/UTC", "GMT", "Australia/NSW", "Mars/Base", "utc", ""])
  func `reaches everybody, whatever name their zone was given`(zone: String) async throws {
    let scratch = try ScratchStore(start: Self.eve)
    try await scratch.addMembers(3, zone: zone)
    let scheduler = try scratch.scheduler(Self.monthly)
    try await run(scheduler)
    scratch.pass(2 * 86_400)
    try await run(scheduler)
    #expect(try await scratch.counts() == [.queued: 3])
  }

  @Test func `fires once after months of silence, and not again when the clock is set back`() async throws {
    let scratch = try ScratchStore(start: Self.eve)
    try await scratch.addMembers(4)
    let scheduler = try scratch.scheduler(Self.monthly)
    try await run(scheduler)
    scratch.pass(100 * 86_400)
    try await run(scheduler)
    #expect(try await scratch.counts() == [.queued: 4])
    scratch.pass(-40 * 86_400)
    try await run(scheduler)
    scratch.pass(40 * 86_400)
    try await run(scheduler)
    #expect(try await scratch.counts() == [.queued: 4])
  }

  @Test func `queues a round in chunks, and goes on where another process stopped`() async throws {
    let scratch = try ScratchStore(start: Self.eve)
    try await scratch.addMembers(Scheduler.chunk * 2 + 7)
    let first = try scratch.scheduler(Self.monthly)
    try await run(first)
    scratch.pass(86_400)
    #expect(try await first.step())
    #expect(try await scratch.counts() == [.queued: Scheduler.chunk])
    try await run(try scratch.scheduler(Self.monthly))
    #expect(try await scratch.counts() == [.queued: Scheduler.chunk * 2 + 7])
  }

  @Test func `sends at most one email a practitioner and month, by whatever it was fired`() async throws {
    let scratch = try ScratchStore(start: Self.eve + 2 * 86_400)
    try await scratch.addMembers(5)
    let scheduler = try scratch.scheduler(Self.monthly)
    let schedule = try #require(scheduler.schedules().first)
    for _ in 0..<3 {
      _ = try await Scheduler.fireNow(
        schedule, store: scratch.store, siteZone: try scratch.siteZone(), now: scratch.now)
      try await run(scheduler)
      scratch.pass(86_400)
    }
    #expect(try await scratch.counts() == [.queued: 5])
  }

  @Test func `an idle look at the clock writes nothing`() async throws {
    let scratch = try ScratchStore(start: Self.eve)
    try await scratch.addMembers(1)
    let scheduler = try scratch.scheduler(Self.monthly)
    try await run(scheduler)
    let before = await scratch.store.writeTransactions
    for _ in 0..<100 {
      scratch.pass(1)
      #expect(try await scheduler.step() == false)
    }
    #expect(await scratch.store.writeTransactions == before)
  }
}
