import Domain
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

/// A page of matches asks for all of them at once.
@Suite struct `What stands before some are booked` {
  private static let zone = Sample.sydney

  /// Members of whom each has something that another has not: no listing, nothing offered, days off, terms, bookings, a stopped
  /// stream.
  private func fill(_ store: Store) async throws {
    var generator = SeededGenerator(seed: 8_127)
    try await store.join(1...40, timeZone: "Australia/Sydney")
    for number in 1...40 {
      let id = Sample.id(number, of: Practitioner.self)
      var changes: [Change] = []
      for _ in 0..<Int.random(in: 0...3, using: &generator) {
        changes.append(
          .slotOffered(
            SlotOffer(
              id: SlotOffer.ID(using: &generator), practitioner: id,
              firstDay: LocalDay(number: 20_000 + Int.random(in: 0..<400, using: &generator)),
              isWeekly: Bool.random(using: &generator), minute: Int.random(in: 0..<1_440, using: &generator),
              minutes: 50, mode: .phone)))
      }
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let first = LocalDay(number: 20_400 + Int.random(in: 0..<90, using: &generator))
        changes += [DaysOff(first: first, last: first.adding(3))].compactMap(\.self).map {
          .daysOffSaved(id, $0)
        }
      }
      if Bool.random(using: &generator) {
        changes.append(.slotTermsSaved(id, .init(weeksAhead: Int.random(in: 1...26, using: &generator))))
      }
      try await store.apply(changes)
    }
    for number in 1...12 {
      let slot = Slot(
        start: Sample.now + Double(number % 5) * 86_400, minutes: 50, mode: .phone, timeZone: "UTC")
      let booking = Booking(
        id: Sample.id(600 + number), practitioner: Sample.id(number % 7 + 1), slot: slot,
        browser: SecretDigest(of: "\(number)"), keptUntil: Sample.now + Double(number - 6) * 60)
      try await store.apply([.bookingSaved(booking)])
    }
  }

  @Test func `is of many what it is of each`() async throws {
    try await ScratchStore.with { store in
      try await fill(store)
      let ids = ([99] + (1...40)).map { Sample.id($0, of: Practitioner.self) }
      let (together, each) = try await store.read { record in
        (
          try record.bookingFacts(of: ids, siteZone: Self.zone, now: Sample.now),
          try ids.map { try record.bookingFacts($0, siteZone: Self.zone, now: Sample.now) }
        )
      }
      #expect(together.count == 40 && each[0] == nil)
      var free = 0
      for facts in each.compactMap(\.self) {
        let other = try #require(together[facts.practitioner.id])
        #expect(other == facts)
        if !facts.free(for: .anybody, now: Sample.now).isEmpty { free += 1 }
      }
      #expect((1..<40).contains(free) && each.contains { $0?.bookings.count ?? 0 > 1 })
    }
  }

  @Test func `is asked for by as many statements for forty as for one`() async throws {
    try await ScratchStore.with { store in
      try await fill(store)
      var counts: [Int] = []
      for number in [1, 2, 40] {
        let ids = (1...number).map { Sample.id($0, of: Practitioner.self) }
        counts.append(
          try await store.reading { database in
            let statements = Mutex(0)
            database.trace { _ in statements.withLock { $0 += 1 } }
            defer { database.trace(options: []) }
            _ = try Record(database, Sample.keys(1)).bookingFacts(of: ids, siteZone: .gmt, now: Sample.now)
            return statements.withLock { $0 }
          })
      }
      #expect(Set(counts).count == 1 && counts[0] > 0)
    }
  }
}
