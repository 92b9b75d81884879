import Domain
import Foundation
import Testing

@testable import Store

@Suite struct `Digests on record` {
  private static let schedule = Schedule(
    name: "digest", emails: .digest, onCalendar: [], zone: .recipient,
    terms: FiringTerms(cutOff: 2 * Sample.day))

  private static func section(naming numbers: Int...) -> [DigestSection] {
    let items = numbers.map { DigestItem(member: Sample.id($0), name: "Dr Number \($0)", places: []) }
    return [DigestSection(.joined, items)]
  }

  private func makeDue(_ store: Store, _ number: Int, at date: Date) async throws {
    _ = try await store.pool.write { database in
      try Record(database, Sample.keys(1)).setDigestDue(date, of: Sample.id(number))
    }
  }

  /// What member 1's next digest rests on.
  private func digestFacts(_ store: Store, at now: Date = Sample.now) async throws -> DigestFacts {
    try #require(
      try await store.read { try $0.digestFacts(of: Sample.id(1), siteZone: Sample.sydney, now: now) })
  }

  /// Member 1 gets a digest that names members.
  private func queue(_ store: Store, _ email: Int, naming numbers: Int..., at now: Date) async throws
    -> [NewEmail]
  {
    try await makeDue(store, 1, at: now)
    let facts = try await digestFacts(store, at: now)
    let items = numbers.map { DigestItem(member: Sample.id($0), name: "Dr Number \($0)", places: []) }
    let digest = PreparedDigest(
      facts: facts, sections: [DigestSection(.joined, items)], news: now, email: Sample.id(email))
    return try await store.queue([digest], schedule: Self.schedule, siteZone: Sample.sydney, now: now).emails
  }

  private func send(_ store: Store, _ email: Int, at now: Date) async throws {
    let id: OutboxEntry.ID = Sample.id(email)
    _ = try await store.exchange(settled: [], start: [], claim: 9, lease: 60, now: now)
    let started = try await store.exchange(settled: [], start: [id], claim: 0, lease: 60, now: now).started
    try #require(started.map(\.entry.id) == [id])
    let sent = SettledAttempt(id: id, settlement: .sent, reply: "ok", messageHash: nil)
    _ = try await store.exchange(settled: [sent], start: [], claim: 0, lease: 60, now: now)
  }

  private func content(_ store: Store, _ email: Int) async throws -> DigestEmail {
    guard case .digest(let content) = try await store.entry(Sample.id(email)).email else {
      throw StoreError.unreadableRow(table: "outbox", id: "\(email)", why: "no digest")
    }
    return content
  }

  @Test func `who joins is looked at, and how often is kept`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...30)
      #expect(try await store.read { try $0.membersDueDigests(now: Sample.now, limit: 25) }.count == 25)
      let wanted = EmailPreferences(
        rounds: .quarterly, digests: .monthly, digestDay: .thursday, digestHour: 18)
      try await makeDue(store, 1, at: Sample.now + Sample.day)
      try await store.apply([.preferencesSaved(Sample.id(1), wanted)])
      let facts = try await digestFacts(store)
      #expect(facts.practitioner.preferences == wanted && facts.due == nil)
      var revised = facts.practitioner
      try await makeDue(store, 1, at: Sample.now + Sample.day)
      revised.name = "Dr Another Name"
      try await store.apply([.revised(revised, Sample.profile(1))])
      #expect(try await digestFacts(store).due == Sample.now + Sample.day)
      revised.timeZone = "Australia/Perth"
      try await store.apply([.revised(revised, Sample.profile(1))])
      let moved = try await digestFacts(store)
      #expect(moved.due == nil && moved.practitioner.preferences == wanted)
    }
  }

  @Test func `one a member and day, and what was sent is what the next leaves out`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...4)
      #expect(try await queue(store, 71, naming: 2, at: Sample.now).count == 1)
      #expect(try await queue(store, 72, naming: 3, at: Sample.now + 60).isEmpty)
      #expect(try await digestFacts(store).told == nil)
      try await send(store, 71, at: Sample.now + 120)
      let told = try #require(try await digestFacts(store).told)
      #expect(told.sections == Self.section(naming: 2) && told.until == Sample.now)
    }
  }

  @Test func `who is another than was read is left for the next look`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...2)
      try await makeDue(store, 1, at: Sample.now)
      let facts = try await digestFacts(store)
      try await store.apply([.streamStopped(Sample.id(1), .digests, at: Sample.now)])
      let digest = PreparedDigest(
        facts: facts, sections: Self.section(naming: 2), news: Sample.now, email: Sample.id(71))
      let queued = try await store.queue(
        [digest], schedule: Self.schedule, siteZone: Sample.sydney, now: Sample.now)
      #expect(queued.emails.isEmpty)
      #expect(
        try await store.read { try $0.membersDueDigests(now: Sample.now, limit: 9) }.contains(Sample.id(1)))
    }
  }

  @Test func `rests on the requests that wait for the member, and on their times if help seekers find them`()
    async throws
  {
    try await ScratchStore.with { store in
      try await RequestSamples.open(store)
      try await store.join([4])
      func facts(_ number: Int) async throws -> DigestFacts {
        try #require(
          try await store.read {
            try $0.digestFacts(of: Sample.id(number), siteZone: .gmt, now: Sample.now)
          })
      }
      _ = try await RequestSamples.make(9, store)
      for number in 1...3 { try await RequestSamples.ask(number, store) }
      let asked = try await facts(1).requests
      #expect(Set(asked.map(\.id)) == Set((1...3).map(RequestSamples.id)) && asked.count == 3)
      #expect(asked.allSatisfy { $0.number == 1 && $0.askedAt == Sample.now })
      _ = try await RequestSamples.decide(1, store) { RequestDecision.withdraw($0.request, now: Sample.now) }
      _ = try await RequestSamples.decide(2, store) {
        RequestDecision.refuse(number: 1, wait: nil, facts: $0, RequestSamples.means(5))
      }
      #expect(try await facts(1).requests.map(\.id) == [RequestSamples.id(3)])
      let passed = try await facts(2).requests
      #expect(passed.map(\.id) == [RequestSamples.id(2)] && passed.map(\.number) == [2])
      let known = try await store.read { try $0.bookingFacts(Sample.id(1), siteZone: .gmt, now: Sample.now) }
      #expect(try await facts(1).booking == known)
      let closed = try await facts(4)
      #expect(known != nil && closed.booking == nil && closed.requests == [])
    }
  }

  @Test func `one that waits is not sent once a later one tells the same`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...4)
      #expect(try await queue(store, 71, naming: 2, at: Sample.now).count == 1)
      let later = Sample.now + Sample.day
      #expect(try await queue(store, 72, naming: 2, 3, at: later).count == 1)
      _ = try await store.exchange(settled: [], start: [], claim: 9, lease: 60, now: later)
      let ids: [OutboxEntry.ID] = [Sample.id(71), Sample.id(72)]
      let started = try await store.exchange(settled: [], start: ids, claim: 0, lease: 60, now: later).started
      #expect(started.map(\.entry.id) == [Sample.id(72)])
      let first = try await store.entry(Sample.id(71))
      #expect(first.state == .cancelled && first.lastReply == Owed.Reason.retold.rawValue)
    }
  }

  @Test func `one that failed or was taken back is told by the next`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...4)
      _ = try await queue(store, 71, naming: 2, at: Sample.now)
      try await store.apply([.emailCancelled(Sample.id(71), at: Sample.now + 60)])
      let since = try await digestFacts(store)
      #expect(since.told == nil && since.lastPeriod == LocalDay(Sample.now, in: Sample.sydney))
    }
  }

  @Test func `what no later one needs to know is forgotten`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...6)
      for week in 0...2 {
        let now = Sample.now + Double(week) * 7 * Sample.day
        // The first names no colleague, but its member.
        let queued =
          week == 0
          ? try await queue(store, 71, at: now) : try await queue(store, 71 + week, naming: 2 + week, at: now)
        #expect(queued.count == 1)
        try await send(store, 71 + week, at: now + 60)
      }
      #expect(try await content(store, 71) == content(store, 71).forgotten)
      #expect(try await content(store, 72).sections == Self.section(naming: 3))
      #expect(try await store.texts("SELECT DISTINCT email_id FROM digest_mention").count == 2)
    }
  }

  @Test func `an erased colleague's name goes out of everybody's digests, sent or not`() async throws {
    try await ScratchStore.with { store in
      try await store.join(1...4)
      _ = try await queue(store, 71, naming: 2, 3, at: Sample.now)
      _ = try await store.erase(Sample.id(2)) {
        ErasureDecision.decide(.byOperator, facts: $0, event: Sample.id(80), now: Sample.now)
      }
      #expect(try await content(store, 71).sections == Self.section(naming: 3))
      _ = try await store.erase(Sample.id(1)) {
        ErasureDecision.decide(.byOperator, facts: $0, event: Sample.id(81), now: Sample.now)
      }
      #expect(try await store.number("SELECT count(*) FROM digest") == 0)
      #expect(try await store.number("SELECT count(*) FROM digest_mention") == 0)
      #expect(try await store.texts("PRAGMA foreign_key_check") == [])
    }
  }

  @Test func `the history of waits knows what stood before each line`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1], wait: Sample.said(.sixMonths, at: Sample.now - 90 * Sample.day))
      try await store.apply([
        .waitSaid(Sample.id(1), Sample.said(.now), Sample.event(1, at: Sample.now - 60)),
        .waitSaid(Sample.id(1), nil, Sample.event(2, kind: .undone, at: Sample.now)),
      ])
      let before = try await store.texts("SELECT before_waiting_period FROM wait_event ORDER BY happened_at")
      #expect(before == ["6-months", "now"])
    }
  }
}
