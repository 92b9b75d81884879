import Domain
import Foundation
import Testing

/// Made-up members, waits and emails. The same number makes the same one.
enum Sample {
  /// A whole second, so that edges can be met exactly: 23 November 2026, 12:13:20 UTC.
  static let now = Date(timeIntervalSince1970: 1_795_436_000)
  static let day: TimeInterval = 86_400
  static let sydney = TimeZone(identifier: "Australia/Sydney") ?? .gmt

  /// A ring of keys with these numbers; each is the same every time.
  static func keys(_ numbers: UInt8...) throws -> KeyRing {
    let keys = numbers.map { ($0, [UInt8](repeating: $0, count: 32)) }
    return try #require(KeyRing(Dictionary(keys) { first, _ in first }))
  }

  static func id<Subject>(_ number: Int, of _: Subject.Type = Subject.self) -> Identifier<Subject> {
    var generator = SeededGenerator(seed: UInt64(number))
    return Identifier(using: &generator)
  }

  static func practitioner(
    _ number: Int, standing: Practitioner.Standing = .active, timeZone: String? = nil
  ) throws -> Practitioner {
    Practitioner(
      id: id(number), name: "Dr Number \(number)", email: try EmailAddress("Number.\(number)@example.com"),
      standing: standing, timeZone: timeZone, joinedAt: now - 400 * day)
  }

  /// A profile with something in every field.
  static func profile(_ number: Int) -> Profile {
    var profile = Profile(profession: "psychologist", registrationNumber: "PSY000000000\(number % 10)")
    profile.pronouns = "they/them"
    profile.bio = "I listen.\nÉvery word; DROP TABLE listing; -- '\u{1F600}"
    profile.locations = [
      PracticeLocation(postcode: "0800", locality: "Darwin", state: "NT"),
      PracticeLocation(postcode: "2880", locality: "Broken Hill", state: "NSW"),
    ]
    profile.sessionModes = ["in-person", "video"]
    profile.hours = ["evening"]
    profile.ageGroups = ["adult", "older-adult"]
    profile.clientTypes = ["individual", "couple"]
    profile.areas = ["anxiety", "grief-loss"]
    profile.modalities = ["cbt"]
    profile.services = ["assessment"]
    profile.funding = ["private", "medicare"]
    profile.languages = ["en", "auslan"]
    profile.gender = "female"
    profile.fee = "$250, concession $180"
    return profile
  }

  static func joining(_ number: Int, wait: StatedWait? = nil, timeZone: String? = nil) throws -> Change {
    .joined(try practitioner(number, timeZone: timeZone), profile(number), wait)
  }

  static func said(_ period: WaitingPeriod, at: Date = now, means: ConfirmationMeans = .email) -> StatedWait {
    StatedWait(period, confirmedAt: at, means: means)
  }

  static func event(_ number: Int, kind: WaitEvent.Kind = .said, at: Date = now) -> WaitEvent {
    WaitEvent(id: id(10_000 + number), kind: kind, at: at, means: .site)
  }

  /// A waiting-period email, due at a moment and useful for seven days.
  static func email(_ number: Int, to practitioner: Int, period: String = "2026-11", due: Date = now)
    -> NewEmail
  {
    let facts = WaitingPeriodEmail(
      round: Round(at: now, in: .gmt), name: "Dr Number \(practitioner)",
      present: said(.now, at: now - 40 * day),
      timeZone: "Australia/Sydney")
    return NewEmail(
      id: id(20_000 + number), email: .waitingPeriod(facts), recipient: .practitioner(id(practitioner)),
      period: period,
      notBefore: due, useBy: due + 7 * day)
  }

  static func emailID(_ number: Int) -> OutboxEntry.ID { id(20_000 + number) }
}
