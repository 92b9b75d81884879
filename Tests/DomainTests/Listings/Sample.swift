import Foundation

@testable import Domain

/// Made-up members, waits and listings. The same number makes the same one.
enum Sample {
  /// A whole second, so that edges can be met exactly: 23 November 2026, 12:13:20 UTC.
  static let now = Date(timeIntervalSince1970: 1_795_436_000)
  static let day: TimeInterval = 86_400
  static let sydney = TimeZone(identifier: "Australia/Sydney") ?? .gmt
  static let perth = TimeZone(identifier: "Australia/Perth") ?? .gmt

  static func id<Subject>(_ number: Int = 1, of _: Subject.Type = Subject.self) -> Identifier<Subject> {
    var generator = SeededGenerator(seed: UInt64(number))
    return Identifier(using: &generator)
  }

  static func practitioner(
    _ number: Int = 1, standing: Practitioner.Standing = .active, timeZone: String? = nil,
    stopped: Set<EmailStream> = []
  ) throws -> Practitioner {
    Practitioner(
      id: id(number), name: "Dr Number \(number)", email: try EmailAddress("number.\(number)@example.com"),
      standing: standing, timeZone: timeZone, stoppedStreams: stopped, joinedAt: now - 400 * day)
  }

  static func wait(
    _ period: WaitingPeriod, daysAgo: Double = 30, means: ConfirmationMeans = .email
  ) -> StatedWait {
    StatedWait(period, confirmedAt: now - daysAgo * day, means: means)
  }

  static func listing(_ number: Int = 1, wait: StatedWait?) throws -> Listing {
    Listing(
      of: try practitioner(number),
      profile: Profile(profession: "psychologist", registrationNumber: "PSY0000000001"), wait: wait)
  }

  /// A wait by chance: never said one time in eight, by any means, from four months ago to an hour from now.
  static func randomWait(using generator: inout SeededGenerator) -> StatedWait? {
    guard Int.random(in: 0..<8, using: &generator) > 0 else { return nil }
    let period = WaitingPeriod.allCases.randomElement(using: &generator) ?? .now
    let means = ConfirmationMeans.allCases.randomElement(using: &generator) ?? .site
    let seconds = Double(Int.random(in: -3_600...(120 * 86_400), using: &generator))
    return StatedWait(period, confirmedAt: now - seconds, means: means)
  }

  static func waitingPeriodEmail(
    to practitioner: Practitioner.ID, number: Int = 50, createdAt: Date = now, useBy: Date? = nil,
    state: OutboxEntry.State = .queued
  ) -> OutboxEntry {
    let facts = WaitingPeriodEmail(
      round: Round(at: createdAt, in: .gmt), name: "Dr Number", present: nil, timeZone: "Australia/Sydney")
    return OutboxEntry(
      id: id(number), email: .waitingPeriod(facts), recipient: .practitioner(practitioner),
      period: facts.round.description, createdAt: createdAt, useBy: useBy ?? createdAt + 7 * day, state: state
    )
  }
}
