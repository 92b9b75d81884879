import Domain
import Foundation
import GRDB
import Testing

@testable import Store

struct LeaseTests {
  private let id = Sample.emailID(1)

  private func queued(_ store: Store) async throws {
    try await store.join([1])
    try await store.apply(emails: [Sample.email(1, to: 1)])
  }

  @Test func `a claimed email cannot be claimed again while its lease lasts`() async throws {
    try await ScratchStore.with { store in
      try await queued(store)
      #expect(try await store.claim(lease: 60) == [id])
      for seconds in [0.0, 1, 60] { #expect(try await store.claim(now: Sample.now + seconds) == []) }
    }
  }

  @Test func `an email whose lease ran out comes back`() async throws {
    try await ScratchStore.with { store in
      try await queued(store)
      _ = try await store.claim(lease: 60)
      #expect(try await store.claim(now: Sample.now + 61) == [id])
      #expect(try await store.start([id], now: Sample.now + 62).count == 1)
    }
  }

  @Test func `a lease that ran out starts nothing`() async throws {
    try await ScratchStore.with { store in
      try await queued(store)
      _ = try await store.claim(lease: 60)
      #expect(try await store.start([id], now: Sample.now + 61).map(\.entry.id) == [])
      #expect(try await store.entry(1).state != .sending)
    }
  }

  @Test func `a claimed email cannot be started twice`() async throws {
    try await ScratchStore.with { store in
      try await queued(store)
      _ = try await store.claim()
      #expect(try await store.start([id, id]).count == 1)
      #expect(try await store.start([id]).count == 0)
      #expect(try await store.entry(1).attempts == 1)
    }
  }

  @Test func `what is not claimed is not started`() async throws {
    try await ScratchStore.with { store in
      try await queued(store)
      #expect(try await store.start([id, Sample.id(999)]).count == 0)
      #expect(try await store.entry(1).state == .queued)
    }
  }

  @Test func `fifty claimers at once share the emails and double none`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...200)
      try await store.apply(emails: (1...200).map { Sample.email($0, to: $0) })
      let claimed = try await withThrowingTaskGroup(of: [OutboxEntry.ID].self) { group in
        for _ in 0..<50 { group.addTask { try await store.claim(7) } }
        return try await group.reduce(into: [OutboxEntry.ID]()) { $0 += $1 }
      }
      #expect(claimed.count == 200)
      #expect(Set(claimed).count == 200)
    }
  }

  @Test func `what the process was sending when it died is uncertain, once, and then for good`() async throws
  {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    _ = try await store.sending()
    var now = Sample.now
    for uncertainties in 1...2 {
      try store.close()
      store = try scratch.open()
      now += 10
      #expect(try await store.recoverDeliveries(policy: DeliveryPolicy(), spread: 0.5, now: now) == 1)
      #expect(try await store.recoverDeliveries(policy: DeliveryPolicy(), spread: 0.5, now: now) == 0)
      let entry = try await store.entry(1)
      #expect(entry.state == .uncertain && entry.uncertainties == uncertainties)
      #expect(entry.lastReply == "the process ended while sending")
      #expect(try await store.nextDue() == (uncertainties == 1 ? now + 300 : nil))
      now += 300
      #expect(try await store.claim(now: now) == (uncertainties == 1 ? [id] : []))
      _ = try await store.start([id], now: now)
    }
    #expect(try await store.claim(now: now + 5 * Sample.day) == [])
    try store.close()
  }

  @Test func `what was only claimed when the process died comes back at once`() async throws {
    try await ScratchStore.with { store in
      try await queued(store)
      _ = try await store.claim(lease: 3_600)
      #expect(try await store.recoverDeliveries(policy: DeliveryPolicy(), spread: 0.5, now: Sample.now) == 0)
      #expect(try await store.entry(1).uncertainties == 0)
      #expect(try await store.claim() == [id])
    }
  }

  @Test func `an email that cannot be read is set aside as failed and holds nobody up`() async throws {
    try await ScratchStore.with { store in
      try await queued(store)
      try await store.join([2])
      try await store.apply(emails: [Sample.email(2, to: 2)])
      try await store.writer.submit { database, _ in
        try database.execute(
          sql: "UPDATE outbox SET facts = 'torn' WHERE id = ?", arguments: [Sample.emailID(1).text])
      }
      _ = try await store.claim(lease: 60)
      let started = try await store.start([id, Sample.emailID(2)], now: Sample.now)
      #expect(started.map(\.entry.id) == [Sample.emailID(2)])
      let failed = try await store.number("SELECT count(*) FROM outbox WHERE state = 'failed'")
      #expect(failed == 1)
    }
  }
}
