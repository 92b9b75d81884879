import Domain
import Foundation

@testable import Store

/// A practitioner whom seekers may book on any day at nine, and seekers with a browser each.
enum BookingSamples {
  static let practitioner = Sample.id(1, of: Practitioner.self)

  static func browser(_ number: Int) -> SecretDigest { SecretDigest(of: "browser \(number)") }

  static func seeker(_ number: Int) throws -> Seeker {
    Seeker(
      name: "Zebulon \(number)", email: try EmailAddress("zebulon.\(number)@example.org"),
      phone: "0412 345 \(100 + number)", standing: .adult,
      answers: ["Who is it for? Me", "What is it about? Zebulon's worry"])
  }

  static func offers() -> [Change] {
    (0..<7).map { weekday in
      .slotOffered(
        SlotOffer(
          id: Sample.id(500 + weekday), practitioner: practitioner,
          firstDay: LocalDay(Sample.now, in: Sample.sydney).adding(weekday), isWeekly: true, minute: 540,
          minutes: 50, mode: .inPerson,
          place: PracticeLocation(postcode: "2042", locality: "Newtown", state: "NSW"),
          placeZone: "Australia/Sydney"))
    }
  }

  static func open(_ store: Store) async throws {
    try await store.join([1], timeZone: "Australia/Sydney")
    let facts = ListingFacts(
      isOpenToSeekers: true,
      verification: .init(number: Sample.profile(1).registrationNumber, at: Sample.now))
    try await store.apply([.listingFactsSaved(practitioner, facts)] + offers())
  }

  /// The free times for whoever asks.
  static func free(_ store: Store, now: Date = Sample.now) async throws -> [Slot] {
    try await store.read {
      try $0.bookingFacts(practitioner, siteZone: .gmt, now: now)?.free(for: .anybody, now: now) ?? []
    }
  }

  static func hold(_ slot: Slot, _ number: Int, id: Int? = nil, _ store: Store, now: Date = Sample.now)
    async throws -> BookingDecision.Held
  {
    let (browser, booking) = (browser(number), Sample.id(600 + (id ?? number), of: Booking.self))
    return try await store.perform({ record in
      (try record.hold(in: browser), try record.bookingFacts(practitioner, siteZone: .gmt, now: now))
    }) { before, facts in
      guard let facts else { return Decision(.taken) }
      return BookingDecision.hold(
        slot.start, in: browser, before: before, id: booking, facts: facts, now: now)
    }
  }

  static func ask(_ number: Int, email: Int? = nil, _ store: Store, now: Date = Sample.now) async throws
    -> BookingDecision.Asked
  {
    let (browser, seeker) = (browser(number), try seeker(number))
    return try await store.perform({ record in
      (
        try record.hold(in: browser), try record.practitioner(practitioner),
        try record.countOfBookingQuestions(to: seeker.email, since: now - 86_400)
      )
    }) { held, practitioner, questions in
      BookingDecision.ask(
        seeker, for: held, questions: questions, practitioner: practitioner,
        email: Sample.id(email ?? 700 + number), now: now)
    }
  }

  static func means(_ number: Int, now: Date = Sample.now) -> BookingDecision.Means {
    BookingDecision.Means(
      toSeeker: Sample.id(1_000 + number), toPractitioner: Sample.id(2_000 + number),
      reminder: Sample.id(3_000 + number), terms: BookingTerms(), now: now)
  }

  static func confirm(_ number: Int, _ store: Store, now: Date = Sample.now) async throws
    -> BookingDecision.Outcome
  {
    try await store.perform({ record in
      (
        try record.booking(Sample.id(600 + number)),
        try record.bookingFacts(practitioner, siteZone: .gmt, now: now)
      )
    }) { BookingDecision.confirm($0, facts: $1, means: means(number, now: now)) }
  }

  /// Somebody books a time, from the choice to the confirmation.
  static func book(_ slot: Slot, _ number: Int, _ store: Store, now: Date = Sample.now) async throws {
    _ = try await hold(slot, number, store, now: now)
    _ = try await ask(number, store, now: now)
    _ = try await confirm(number, store, now: now)
  }
}
