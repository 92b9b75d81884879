import Domain
import Foundation
import Testing

@testable import Store

extension Store {
  func claim(_ count: Int = 100, lease: TimeInterval = 60, now: Date = Sample.now) async throws
    -> [OutboxEntry.ID]
  {
    try await exchange(settled: [], start: [], claim: count, lease: lease, now: now).claimed
  }

  func start(_ ids: [OutboxEntry.ID], now: Date = Sample.now) async throws -> [StartedAttempt] {
    try await exchange(settled: [], start: ids, claim: 0, lease: 60, now: now).started
  }

  func settle(_ id: OutboxEntry.ID, _ settlement: Settlement, now: Date = Sample.now) async throws {
    let attempt = SettledAttempt(id: id, settlement: settlement, reply: "a reply", messageHash: "abc")
    _ = try await exchange(settled: [attempt], start: [], claim: 0, lease: 60, now: now)
  }

  /// Email 1, to member 1, claimed and started.
  func sending() async throws -> OutboxEntry.ID {
    try await join([1])
    try await apply(emails: [Sample.email(1, to: 1)])
    let started = try await start(try await claim())
    return try #require(started.first).entry.id
  }
}

struct ExchangeTests {
  private let id = Sample.emailID(1)

  @Test func `an email goes from queued to claimed to sending to sent`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      try await store.apply(emails: [Sample.email(1, to: 1)])
      #expect(try await store.entry(1).state == .queued)
      #expect(try await store.claim() == [id])
      #expect(try await store.entry(1).state == .claimed)
      let started = try await store.start([id])
      #expect(started.map(\.entry.id) == [id])
      #expect(started.map(\.address.text) == ["Number.1@example.com"])
      #expect(started.map(\.entry.attempts) == [1])
      let sending = try await store.entry(1)
      #expect(sending == started.first?.entry)
      try await store.settle(id, .sent)
      let sent = try await store.entry(1)
      #expect(sent.state == .sent && sent.lastReply == "a reply" && sent.attempts == 1)
      #expect(try await store.texts("SELECT message_hash, settled_at FROM outbox") == ["abc|1795436000000"])
      #expect(try await store.claim(now: Sample.now + 9 * Sample.day) == [])
    }
  }

  @Test func `a deferred email comes back at its time and not before`() async throws {
    try await ScratchStore.with { store in
      _ = try await store.sending()
      try await store.settle(id, .deferred(until: Sample.now + 300))
      #expect(try await store.entry(1).state == .queued)
      #expect(try await store.nextDue() == Sample.now + 300)
      #expect(try await store.claim(now: Sample.now + 299.999) == [])
      #expect(try await store.claim(now: Sample.now + 300) == [id])
      #expect(try await store.start([id], now: Sample.now + 300).map(\.entry.attempts) == [2])
      #expect(try await store.entry(1).firstDue == Sample.now)
    }
  }

  @Test func `a failed email stays failed`() async throws {
    try await ScratchStore.with { store in
      _ = try await store.sending()
      try await store.settle(id, .failed)
      #expect(try await store.entry(1).state == .failed)
      #expect(try await store.nextDue() == nil)
      #expect(try await store.claim(now: Sample.now + 3 * Sample.day) == [])
    }
  }

  @Test func `an uncertain email is resent once, then stays listed`() async throws {
    try await ScratchStore.with { store in
      _ = try await store.sending()
      try await store.settle(id, .uncertain(resendAt: Sample.now + 300))
      #expect(try await store.entry(1).state == .uncertain)
      #expect(try await store.entry(1).uncertainties == 1)
      #expect(try await store.claim() == [])
      let again = Sample.now + 300
      #expect(
        try await store.start(try await store.claim(now: again), now: again).map(\.entry.uncertainties) == [1]
      )
      try await store.settle(id, .uncertain(resendAt: nil), now: again)
      #expect(try await store.entry(1).uncertainties == 2)
      #expect(try await store.claim(now: again + 5 * Sample.day) == [])
      #expect(try await store.read { try $0.emails(in: .uncertain, limit: 9) }.map(\.id) == [id])
    }
  }

  @Test func `what was uncertain and then sent is still listed as such`() async throws {
    try await ScratchStore.with { store in
      _ = try await store.sending()
      try await store.settle(id, .uncertain(resendAt: Sample.now))
      _ = try await store.start(try await store.claim())
      try await store.settle(id, .sent)
      #expect(try await store.entry(1).state == .sent)
      #expect(try await store.read { try $0.emails(in: .uncertain, limit: 9) }.map(\.id) == [id])
    }
  }

  @Test(arguments: [Settlement.sent, .failed, .deferred(until: Sample.now + 1), .uncertain(resendAt: nil)])
  func `only what is being sent can be settled`(settlement: Settlement) async throws {
    try await ScratchStore.with { store in
      _ = try await store.sending()
      try await store.settle(id, .sent)
      let sent = try await store.entry(1)
      try await store.settle(id, settlement)
      #expect(try await store.entry(1) == sent)
    }
  }

  @Test func `emails are claimed in the order they became due, so many at the most`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...30)
      try await store.apply(
        emails: (1...30).map { Sample.email($0, to: $0, due: Sample.now - Double(($0 * 7) % 30)) })
      let order = (1...30).sorted { ($0 * 7) % 30 > ($1 * 7) % 30 }.map { Sample.emailID($0) }
      var claimed: [OutboxEntry.ID] = []
      for _ in 0..<4 {
        let batch = try await store.claim(10)
        #expect(batch.count == (claimed.count < 30 ? 10 : 0))
        #expect(Set(batch) == Set(order.dropFirst(claimed.count).prefix(10)))
        claimed += batch
      }
      #expect(Set(claimed).count == 30)
    }
  }

  @Test func `one exchange settles, starts and claims in one transaction`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...3)
      try await store.apply(emails: (1...3).map { Sample.email($0, to: $0, due: Sample.now + Double($0)) })
      let now = Sample.now + 9
      _ = try await store.start(try await store.claim(1, now: now), now: now)
      let second = try await store.claim(1, now: now)
      let before = await store.writeTransactions
      let sent = SettledAttempt(id: id, settlement: .sent, reply: "ok", messageHash: nil)
      let exchange = try await store.exchange(settled: [sent], start: second, claim: 5, lease: 60, now: now)
      #expect(exchange.started.map(\.entry.id) == [Sample.emailID(2)])
      #expect(exchange.claimed == [Sample.emailID(3)])
      #expect(await store.writeTransactions == before + 1)
      #expect(try await store.read { try $0.countsByState() } == [.sent: 1, .sending: 1, .claimed: 1])
    }
  }
}
