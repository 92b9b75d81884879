import Domain
import Foundation
import Testing

@testable import Store

struct FiringTests {
  private let firing = Firing(schedule: "waiting-period", zone: "Australia/Sydney", instant: Sample.now)

  private func ids(_ count: Int, from first: Int) -> [(email: OutboxEntry.ID, reminder: OutboxEntry.ID)] {
    (0..<count).map { (Sample.id(50_000 + first + $0), Sample.id(900_000 + first + $0)) }
  }

  /// Runs the open firings to their end and returns how many emails are new.
  private func finish(_ store: Store, batch: Int = 10, seed: Int = 0) async throws -> Int {
    var (queued, step) = (0, seed)
    while let open = try await store.unfinishedFiring() {
      step += batch
      let new = try await store.advance(
        open, ids: ids(batch, from: step), siteZone: Sample.sydney, now: Sample.now)
      queued += new?.count ?? 0
    }
    return queued
  }

  @Test(arguments: [1, 3, 10, 100])
  func `a firing reaches every member of its zone, once`(batch: Int) async throws {
    try await ScratchStore.with { store in
      try await store.join(1...23)
      try await store.join(24...30, timeZone: "Australia/Sydney")
      try await store.join(31...40, timeZone: "Australia/Perth")
      try await store.open([firing], terms: FiringTerms(), kind: .waitingPeriod)
      #expect(try await finish(store, batch: batch) == 30)
      let reached = Set(try await store.texts("SELECT practitioner_id FROM outbox"))
      #expect(reached == Set((1...30).map { Sample.id($0, of: Practitioner.self).text }))
      #expect(try await store.number("SELECT queued FROM firing") == 30)
      #expect(try await store.unfinishedFiring() == nil)
    }
  }

  @Test func `the same firing twice adds nothing`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...12)
      try await store.open([firing, firing], terms: FiringTerms(), kind: .waitingPeriod)
      #expect(try await finish(store) == 12)
      try await store.open([firing], terms: FiringTerms(), kind: .waitingPeriod)
      #expect(try await finish(store, seed: 1_000) == 0)
      // Another firing of the same month finds that everyone was asked.
      let later = Firing(schedule: "by-hand", zone: firing.zone, instant: Sample.now + 3_600)
      try await store.open([later], terms: FiringTerms(), kind: .waitingPeriod)
      #expect(try await finish(store, seed: 2_000) == 0)
      #expect(try await store.number("SELECT count(*) FROM outbox") == 12)
    }
  }

  @Test func `a firing goes on where a dead process left it`() async throws {
    let scratch = try ScratchStore()
    var store = try scratch.open()
    try await store.join(1...25)
    try await store.open([firing], terms: FiringTerms(), kind: .waitingPeriod)
    let open = try #require(try await store.unfinishedFiring())
    #expect(open == firing)
    let first = try await store.advance(
      open, ids: ids(10, from: 0), siteZone: Sample.sydney, now: Sample.now)
    #expect(first?.count == 10)
    try store.close()

    store = try scratch.open()
    let tenth = (1...25).map { Sample.id($0, of: Practitioner.self).text }.sorted()[9]
    #expect(try await store.texts("SELECT reached FROM firing") == [tenth])
    #expect(try await finish(store, seed: 200) == 15)
    #expect(try await store.number("SELECT queued FROM firing") == 25)
    try store.close()
  }

  @Test func `emails of a firing carry its round and each reader's wait`() async throws {
    try await ScratchStore.with { store in
      // In Sydney it is December already.
      let instant = Date(timeIntervalSince1970: 1_796_047_200)
      try await store.join([1], wait: Sample.said(.oneMonth, means: .import))
      try await store.open(
        [Firing(schedule: "s", zone: firing.zone, instant: instant)], terms: FiringTerms(),
        kind: .waitingPeriod)
      #expect(try await finish(store) == 1)
      let entry = try #require(try await store.read { try $0.emails(in: .queued, limit: 9) }.first)
      guard case .waitingPeriod(let facts) = entry.email else {
        throw StoreError.unsafeSetting("another email")
      }
      #expect(facts.round.description == "2026-12" && entry.period == "2026-12")
      #expect(facts.present == Sample.said(.oneMonth, means: .import))
      #expect(facts.name == "Dr Number 1" && facts.timeZone == "Australia/Sydney")
      #expect(entry.createdAt == instant)
    }
  }

  @Test func `who is suspended or has stopped the rounds is passed over`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...3)
      try await store.apply([
        .revised(try Sample.practitioner(1, standing: .suspended), Sample.profile(1)),
        .streamStopped(Sample.id(2), .rounds, at: Sample.now),
      ])
      try await store.open([firing], terms: FiringTerms(), kind: .waitingPeriod)
      #expect(try await finish(store) == 1)
      #expect(
        try await store.texts("SELECT practitioner_id FROM outbox") == [
          Sample.id(3, of: Practitioner.self).text
        ])
    }
  }

  @Test func `the oldest firing comes first`() async throws {
    try await ScratchStore.with { store in
      let older = Firing(schedule: "z", zone: "UTC", instant: Sample.now - 60)
      try await store.open([firing, older], terms: FiringTerms(), kind: .waitingPeriod)
      #expect(try await store.unfinishedFiring() == older)
    }
  }
}
