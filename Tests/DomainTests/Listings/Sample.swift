import Foundation
import Testing

@testable import Domain

/// Made-up members, waits and listings. The same number makes the same one.
enum Sample {
  /// A whole second, so that edges can be met exactly: 23 November 2026, 12:13:20 UTC.
  static let now = Date(timeIntervalSince1970: 1_795_436_000)
  static let day: TimeInterval = 86_400
  static let sydney = TimeZone(identifier: "Australia/Sydney") ?? .gmt
  static let perth = TimeZone(identifier: "Australia/Perth") ?? .gmt

  /// `2026-11-23T12:13:20Z`.
  static func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  static func zone(_ name: String) throws -> TimeZone { try #require(TimeZone(identifier: name)) }

  static func id<Subject>(_ number: Int = 1, of _: Subject.Type = Subject.self) -> Identifier<Subject> {
    var generator = SeededGenerator(seed: UInt64(number))
    return Identifier(using: &generator)
  }

  static func practitioner(
    _ number: Int = 1, standing: Practitioner.Standing = .active, timeZone: String? = nil,
    stopped: Set<EmailStream> = [], awayUntil: Date? = nil
  ) throws -> Practitioner {
    Practitioner(
      id: id(number), name: "Dr Number \(number)", email: try EmailAddress("number.\(number)@example.com"),
      standing: standing, timeZone: timeZone, stoppedStreams: stopped, joinedAt: now - 400 * day,
      awayUntil: awayUntil)
  }

  static func wait(
    _ period: WaitingPeriod, daysAgo: Double = 30, means: ConfirmationMeans = .email
  ) -> StatedWait {
    StatedWait(period, confirmedAt: now - daysAgo * day, means: means)
  }

  static func listing(_ number: Int = 1, wait: StatedWait?, awayUntil: Date? = nil) throws -> Listing {
    Listing(
      of: try practitioner(number, awayUntil: awayUntil),
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

  /// The reminder of the email with `number`, due a week after it.
  static func reminder(
    to practitioner: Practitioner.ID, of number: Int = 50, askedAt: Date = now, useBy: Date? = nil
  ) -> OutboxEntry {
    let round = Round(at: askedAt, in: .gmt)
    let facts = WaitingPeriodReminderEmail(
      question: id(number), askedAt: askedAt, round: round, name: "Dr Number", present: nil,
      timeZone: "Australia/Sydney")
    let due = askedAt + 7 * day
    return OutboxEntry(
      id: id(number + 1), email: .waitingPeriodReminder(facts), recipient: .practitioner(practitioner),
      period: round.description, createdAt: due, useBy: useBy ?? due + 7 * day)
  }

  static func candidate(_ practitioner: Practitioner, wait: StatedWait? = nil) -> RoundDecision.Candidate {
    RoundDecision.Candidate(
      practitioner: practitioner, wait: wait, emailID: emailID(of: practitioner),
      reminderID: reminderID(of: practitioner))
  }

  /// An email's identifier made of a member's, so that the two can be told to belong together.
  static func emailID(of practitioner: Practitioner) -> OutboxEntry.ID {
    OutboxEntry.ID(bytes: practitioner.id.bytes.map { ~$0 }) ?? id(0)
  }

  static func reminderID(of practitioner: Practitioner) -> OutboxEntry.ID {
    OutboxEntry.ID(bytes: practitioner.id.bytes.reversed()) ?? id(0)
  }
}
