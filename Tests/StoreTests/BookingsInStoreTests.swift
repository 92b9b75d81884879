import Domain
import Foundation
import GRDB
import Testing

@testable import Store

@Suite struct `Bookings in the record` {
  private typealias S = BookingSamples

  @Test func `fifty browsers race for a time, two hundred times, and one has it each time`() async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      for round in 0..<200 {
        let slot = try #require(try await S.free(store).first)
        let held = try await withThrowingTaskGroup(of: Bool.self) { group in
          for number in 0..<50 {
            group.addTask {
              let id = round * 50 + number
              if case .held = try await S.hold(slot, number, id: id, store) { return true }
              return false
            }
          }
          return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(held == 1)
        #expect(try await store.number("SELECT count(*) FROM booking") == 1)
        #expect(try await !S.free(store).contains(slot))
        try await store.writer.submit { database, _ in try database.execute(sql: "DELETE FROM booking") }
      }
    }
  }

  @Test func `the database itself admits no second claim of a time`() async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      let slot = try #require(try await S.free(store).first)
      try await S.book(slot, 1, store)
      var second = try #require(try await store.read { try $0.booking(Sample.id(601)) })
      second.id = Sample.id(900)
      for state in Booking.State.allCases where state != .held {
        second.state = state
        let change = Change.bookingSaved(second)
        let isRefused: Bool
        do {
          try await store.apply([change])
          isRefused = false
        } catch { isRefused = true }
        #expect(isRefused == [.awaiting, .booked].contains(state), "\(state)")
      }
    }
  }

  @Test func `a hold ends after a quarter of an hour, and a request after half of one`() async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      let slots = try await S.free(store)
      #expect(try await S.hold(slots[0], 1, store) != .taken)
      #expect(try await S.hold(slots[0], 2, store) == .taken)
      #expect(try await S.hold(slots[0], 1, id: 11, store) != .taken)
      #expect(try await S.hold(slots[0], 2, store, now: Sample.now + 899) == .taken)
      let later = Sample.now + 900
      #expect(try await S.ask(1, store, now: later) == .holdIsOver)
      #expect(try await S.hold(slots[0], 2, store, now: later) != .taken)
      #expect(try await store.number("SELECT count(*) FROM booking") == 1)
      #expect(try await S.ask(2, store, now: later) == .sent)
      #expect(try await S.hold(slots[0], 3, store, now: later + 1_799) == .taken)
      #expect(try await S.hold(slots[0], 3, store, now: later + 1_800) != .taken)
      #expect(try await S.confirm(2, store, now: later + 1_801) == .taken)
    }
  }

  @Test func `an address is asked three times a day, and nobody else is written to`() async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      let slots = try await S.free(store)
      for attempt in 0..<6 {
        _ = try await S.hold(slots[attempt], 1, id: 50 + attempt, store)
        let id = Sample.id(800 + attempt, of: OutboxEntry.self)
        let seeker = try S.seeker(1)
        let asked = try await store.perform({ record in
          (
            try record.hold(in: S.browser(1)), try record.practitioner(S.practitioner),
            try record.countOfBookingQuestions(to: seeker.email, since: Sample.now - 86_400)
          )
        }) {
          BookingDecision.ask(
            seeker, for: $0, questions: $2, practitioner: $1, email: id, now: Sample.now)
        }
        #expect(asked == .sent)
      }
      let addresses = try await store.texts("SELECT recipient_key FROM outbox")
      #expect(addresses == Array(repeating: "zebulon.1@example.org", count: 3))
    }
  }

  @Test func `what is offered and what is booked is read as it was written`() async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      let slots = try await S.free(store)
      try await S.book(slots[3], 1, store)
      let booking = try #require(try await store.read { try $0.booking(Sample.id(601)) })
      let seeker = try S.seeker(1)
      #expect(booking.slot == slots[3] && booking.seeker == seeker && booking.state == .booked)
      #expect(
        try await store.read { try $0.appointments(of: S.practitioner, from: Sample.now, limit: 9) } == [
          booking
        ])
      let days = try #require(
        DaysOff(first: LocalDay(number: 20_000), last: LocalDay(number: 20_001)))
      let terms = SlotBook.Terms(weeksAhead: 3, noticeHours: 2)
      try await store.apply([
        .daysOffSaved(S.practitioner, days), .daysOffSaved(S.practitioner, days),
        .slotTermsSaved(S.practitioner, SlotBook.Terms()), .slotTermsSaved(S.practitioner, terms),
        .slotWithdrawn(Sample.id(500), of: S.practitioner), .slotWithdrawn(Sample.id(501), of: Sample.id(2)),
      ])
      let book = try await store.read { try $0.slotBook(of: S.practitioner) }
      #expect(book.daysOff == [days] && book.terms == terms)
      let kept = S.offers().dropFirst().compactMap {
        if case .slotOffered(let offer) = $0 { offer } else { nil }
      }
      #expect(book.offers == kept)
      try await store.apply([.daysOffForgotten(S.practitioner, days)])
      #expect(try await store.read { try $0.slotBook(of: S.practitioner).daysOff } == [])
    }
  }

  @Test func `a reminder of what was moved or cancelled is not sent`() async throws {
    try await ScratchStore.with { store in
      try await S.open(store)
      try await S.book(try await S.free(store)[5], 1, store)
      let due = try #require(try await store.read { try $0.booking(Sample.id(601)) }).slot.start - 48 * 3_600
      let practitioner = try Sample.practitioner(1)
      _ = try await store.perform({ try $0.booking(Sample.id(601)) }) {
        BookingDecision.cancel($0, by: .seeker, practitioner: practitioner, means: S.means(9))
      }
      let claimed = try await store.claim(now: due)
      let started = try await store.start(claimed, now: due)
      #expect(!started.contains { $0.entry.email.kind == .bookingReminder })
      #expect(
        try await store.texts("SELECT last_reply FROM outbox WHERE kind = 'booking-reminder'") == [
          Owed.Reason.rearranged.rawValue
        ])
    }
  }
}
