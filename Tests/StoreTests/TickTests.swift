import Domain
import Foundation
import Testing

@testable import Store

struct TickTests {
  /// Every day at nine, UTC; the sample's now is 12:13:20.
  private func daily() throws -> Schedule {
    Schedule(
      name: "daily", emails: .waitingPeriod, onCalendar: [try CalendarExpression("09:00 UTC")],
      zone: .recipient)
  }
  private let nine = Sample.now - 3 * 3_600 - 800

  private func tick(_ store: Store, _ now: Date, zone: TimeZone = .gmt) async throws -> Date? {
    try await store.look(at: try daily(), zone: zone, startedAt: Sample.now, now: now).firing?.instant
  }

  @Test func `a schedule seen for the first time fires nothing`() async throws {
    try await ScratchStore.with { store in
      let fired = try await tick(store, Sample.now)
      #expect(fired == nil)
      #expect(try await store.lastLook(at: daily(), zone: "GMT") == Sample.now)
      #expect(try await store.unfinishedFiring() == nil)
    }
  }

  @Test func `it fires when its time comes, once`() async throws {
    try await ScratchStore.with { store in
      _ = try await tick(store, Sample.now)
      #expect(try await tick(store, nine + Sample.day - 1) == nil)
      #expect(try await tick(store, nine + Sample.day) == nine + Sample.day)
      #expect(try await tick(store, nine + Sample.day) == nil)
      #expect(try await tick(store, nine + Sample.day + 60) == nil)
      #expect(try await store.unfinishedFiring()?.instant == nine + Sample.day)
      #expect(try await store.number("SELECT count(*) FROM firing") == 1)
    }
  }

  @Test func `after downtime missed ones fire once`() async throws {
    try await ScratchStore.with { store in
      _ = try await tick(store, Sample.now)
      #expect(try await tick(store, Sample.now + 40 * Sample.day) == nine + 40 * Sample.day)
      #expect(try await store.number("SELECT count(*) FROM firing WHERE missed IS NULL") == 1)
      #expect(try await store.number("SELECT count(*) FROM firing WHERE missed = 'overtaken'") == 39)
    }
  }

  @Test(arguments: [1.0, 3_600, 86_400, 864_000])
  func `a clock set back fires nothing twice and forgets nothing`(seconds: TimeInterval) async throws {
    try await ScratchStore.with { store in
      _ = try await tick(store, Sample.now)
      let after = nine + Sample.day + 5
      #expect(try await tick(store, after) != nil)
      for step in stride(from: seconds, through: 0, by: -seconds / 7) {
        #expect(try await tick(store, after - step) == nil)
      }
      #expect(try await store.lastLook(at: daily(), zone: "GMT") == after)
      #expect(try await store.number("SELECT count(*) FROM firing") == 1)
      #expect(try await tick(store, after + Sample.day) != nil)
    }
  }

  @Test func `zones are looked at each for itself`() async throws {
    try await ScratchStore.with { store in
      _ = try await tick(store, Sample.now)
      #expect(try await tick(store, nine + Sample.day, zone: Sample.sydney) == nil)
      #expect(try await tick(store, nine + Sample.day) != nil)
      #expect(try await tick(store, nine + 2 * Sample.day, zone: Sample.sydney) != nil)
      #expect(try await store.number("SELECT count(*) FROM firing") == 2)
    }
  }

  @Test func `a firing outlives the process that recorded it`() async throws {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    _ = try await tick(store, Sample.now)
    _ = try await tick(store, nine + Sample.day)
    try store.close()
    store = try scratch.open()
    #expect(try await tick(store, nine + Sample.day + 60) == nil)
    #expect(try await store.unfinishedFiring() != nil)
    try store.close()
  }

  @Test func `fifty ticks at once fire once`() async throws {
    try await ScratchStore.with { store in
      _ = try await tick(store, Sample.now)
      let fired = try await withThrowingTaskGroup(of: Date?.self) { group in
        for _ in 0..<50 { group.addTask { try await tick(store, nine + Sample.day) } }
        return try await group.reduce(into: [Date]()) { if let date = $1 { $0.append(date) } }
      }
      #expect(fired == [nine + Sample.day])
    }
  }
}
