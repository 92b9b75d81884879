import Domain
import Foundation
import Testing

@testable import Store

@Suite struct `What is kept of seekers` {
  private typealias S = BookingSamples

  /// The database's file and its log, as text.
  private func files(_ scratch: ScratchStore) throws -> String {
    try ["", "-wal"].map { suffix in
      let url = URL(fileURLWithPath: scratch.path + suffix)
      guard FileManager.default.fileExists(atPath: url.path) else { return "" }
      return String(decoding: try Data(contentsOf: url), as: UTF8.self)
    }.joined()
  }

  private func forget(_ store: Store, now: Date) async throws {
    let ends = SeekersDecision.ends(BookingTerms(), now: now)
    guard try await store.read({ try $0.holdsSeekers(ends) }) else { return }
    try await store.perform({ _ in }) { SeekersDecision.decide(BookingTerms(), now: now) }
    try await store.sweep()
  }

  @Test func `is nowhere in the file ninety days after their last appointment`() async throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    try await S.open(store)
    let slots = try await S.free(store)
    try await S.book(slots[0], 1, store)
    try await S.book(slots[10], 2, store)
    let first = slots[0].start
    #expect(try files(scratch).contains("Zebulon 1"))
    try await forget(store, now: first + 90 * 86_400)
    #expect(try files(scratch).contains("Zebulon 1"))
    try await forget(store, now: first + 90 * 86_400 + 1)
    let after = try files(scratch)
    for word in ["Zebulon 1", "zebulon.1@example.org", "0412 345 101"] { #expect(!after.contains(word)) }
    #expect(after.contains("Zebulon 2") && after.contains("zebulon.2@example.org"))
    try await forget(store, now: slots[10].start + 90 * 86_400 + 1)
    #expect(try !files(scratch).lowercased().contains("zebulon"))
    #expect(try await store.number("SELECT count(*) FROM booking") == 0)
    try store.close()
  }

  @Test func `stays until the last of several appointments is long over`() async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      let slots = try await S.free(store)
      try await S.book(slots[0], 1, store)
      _ = try await S.hold(slots[20], 1, id: 99, store)
      _ = try await S.ask(1, email: 799, store, now: Sample.now + 1)
      let now = slots[0].start + 90 * 86_400 + 1
      // The second was never confirmed, and does not count; once it is booked, it does.
      _ = try await S.confirm(99, store, now: Sample.now + 2)
      try await forget(store, now: now)
      #expect(try await store.number("SELECT count(*) FROM booking") == 2)
      try await forget(store, now: slots[20].start + 90 * 86_400 + 1)
      #expect(try await store.number("SELECT count(*) FROM booking") == 0)
    }
  }

  @Test func `of a request that was not confirmed is kept for a day, of a hold no longer than it lasts`()
    async throws
  {
    try await ScratchStore.with { store in
      try await S.open(store)
      let slots = try await S.free(store)
      _ = try await S.hold(slots[0], 1, store)
      _ = try await S.ask(1, store)
      _ = try await S.hold(slots[1], 2, store)
      try await forget(store, now: Sample.now + 900)
      #expect(try await store.number("SELECT count(*) FROM booking") == 2)
      try await forget(store, now: Sample.now + 901)
      #expect(try await store.texts("SELECT name FROM booking") == ["Zebulon 1"])
      try await forget(store, now: Sample.now + 86_401)
      #expect(try await store.number("SELECT count(*) FROM booking") == 0)
      #expect(try await store.number("SELECT count(*) FROM outbox") == 0)
    }
  }

  @Test func `goes with the practitioner they booked with, whose export names no seeker`() async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      try await S.book(try await S.free(store)[0], 1, store)
      let export = try #require(try await store.read { try $0.export(S.practitioner) })
      #expect(export.offers.count == 7 && export.appointments.map(\.state) == ["booked"])
      #expect(String(decoding: try export.file(), as: UTF8.self).contains("Zebulon") == false)
      let outcome = try await store.erase(S.practitioner) {
        ErasureDecision.decide(.byOperator, facts: $0, event: Sample.id(5), now: Sample.now)
      }
      #expect(outcome == .erased(photo: nil))
      for table in ["booking", "slot_offer", "day_off", "slot_terms"] {
        #expect(try await store.number("SELECT count(*) FROM \(table)") == 0, "\(table)")
      }
      // The seeker is told that it is off, and not by whom.
      let told = try await store.texts("SELECT recipient_key || ' ' || facts FROM outbox")
      #expect(told.count == 1 && told.allSatisfy { $0.hasPrefix("zebulon.1@example.org ") })
      #expect(told.allSatisfy { $0.contains("cancelled") && !$0.contains("Dr Number") })
      let due = try await store.claim(now: Sample.now)
      #expect(try await store.start(due, now: Sample.now).map(\.entry.email.kind) == [.bookingNews])
    }
  }
}
