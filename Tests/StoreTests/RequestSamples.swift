import Domain
import Foundation

@testable import Store

/// Three practitioners who publish no times, and seekers who ask the first of them, or all one after another.
enum RequestSamples {
  static let practitioner = BookingSamples.practitioner
  static let now = Sample.now

  static func open(_ store: Store) async throws {
    try await store.join(1...3, timeZone: "Australia/Sydney")
    try await store.apply(
      (1...3).map {
        .listingFactsSaved(
          Sample.id($0),
          ListingFacts(
            isOpenToSeekers: true,
            verification: .init(number: Sample.profile($0).registrationNumber, at: now)))
      })
  }

  static func id(_ number: Int) -> TimeRequest.ID { Sample.id(800 + number) }

  static func means(_ number: Int, now: Date = now) -> RequestDecision.Means {
    let step = number * 10
    return RequestDecision.Means(
      booking: BookingDecision.Means(
        toSeeker: Sample.id(10_000 + step), toPractitioner: Sample.id(10_001 + step),
        reminder: Sample.id(10_002 + step), terms: BookingTerms(), now: now),
      booked: Sample.id(600 + number), question: Sample.id(10_003 + step), news: Sample.id(10_004 + step),
      event: Sample.id(10_005 + step))
  }

  /// A seeker of a number asks so many.
  static func make(_ number: Int, asking count: Int = 3, _ store: Store, now: Date = now) async throws
    -> RequestDecision.Made
  {
    let seeker = try BookingSamples.seeker(number)
    let request = TimeRequest(
      id: id(number), seeker: seeker, wishes: "Zebulon's mornings",
      asking: (1...count).map { Sample.id($0) }, madeAt: now)
    return try await store.perform({ record in
      (
        try record.bookingFacts(practitioner, siteZone: .gmt, now: now),
        try record.countOfBookingQuestions(to: seeker.email, since: now - 86_400)
      )
    }) {
      RequestDecision.make(request, first: $0, questions: $1, email: Sample.id(9_000 + number), now: now)
    }
  }

  static func decide(
    _ number: Int, _ store: Store, now: Date = now,
    by decision: @escaping @Sendable (RequestFacts) -> Decision<RequestDecision.Outcome>
  ) async throws -> RequestDecision.Outcome {
    try await store.perform(
      { try $0.requestFacts(id(number), siteZone: .gmt, now: now) }, decide: decision)
  }

  /// Asks and confirms.
  static func ask(_ number: Int, asking count: Int = 3, _ store: Store) async throws {
    _ = try await make(number, asking: count, store)
    _ = try await decide(number, store) { RequestDecision.confirm($0, means(number)) }
  }

  /// A time in four days.
  static let slot = Slot(
    start: now + 4 * 86_400, minutes: 50, mode: .phone, timeZone: "Australia/Sydney")

  static func accept(_ number: Int, _ store: Store) async throws -> RequestDecision.Outcome {
    try await decide(number, store) { RequestDecision.accept(slot, number: 1, facts: $0, means(number)) }
  }

  static func request(_ number: Int, _ store: Store) async throws -> TimeRequest? {
    try await store.read { try $0.request(id(number)) }
  }
}
