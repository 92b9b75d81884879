import Foundation
import Testing

@testable import Domain

/// When the emails of a firing go out: spread, behind, made up for, or too late.
struct RoundTimingTests {
  private static let instant = Sample.now

  private func asked(
    _ practitioners: [Practitioner], terms: FiringTerms, after seconds: TimeInterval = 0
  ) -> RoundDecision.Emails {
    RoundDecision.emails(
      of: Firing(schedule: "waiting-period", zone: "Australia/Sydney", instant: Self.instant), terms: terms,
      to: practitioners.map { Sample.candidate($0) }, siteZone: Sample.sydney, now: Self.instant + seconds)
  }

  private func members(_ count: Int) throws -> [Practitioner] {
    try (1...count).map { try Sample.practitioner($0) }
  }

  @Test func `recipients are spread over the delay, each at the place that chance without dice gives`() throws
  {
    let members = try members(300)
    let emails = asked(members, terms: FiringTerms(randomizedDelay: 1_800)).emails
    let places = emails.map { $0.notBefore.timeIntervalSince(Self.instant) }
    #expect(
      places
        == members.map {
          Spread.delay(upTo: 1_800, schedule: "waiting-period", recipient: $0.id, period: "2026-11")
        })
    #expect(places.allSatisfy { (0...1_800).contains($0) })
    #expect(Set(places).count > 200)
    #expect(emails.allSatisfy { $0.useBy == $0.notBefore + 7 * Sample.day })
  }

  @Test(arguments: [0.0, 1, 3_599, 3_600])
  func `one at most an hour behind still bears its time`(seconds: TimeInterval) throws {
    let email = try #require(asked(try members(1), terms: FiringTerms(), after: seconds).emails.first)
    #expect(email.notBefore == Self.instant)
    #expect(email.useBy == Self.instant + 7 * Sample.day)
  }

  @Test(arguments: [3_601, 86_400, 604_799, 604_800] as [TimeInterval])
  func `one made up for after more than an hour bears the time it goes out, and is of no use longer`(
    seconds: TimeInterval
  ) throws {
    let asked = asked(try members(1), terms: FiringTerms(), after: seconds)
    let email = try #require(asked.emails.first)
    #expect(email.notBefore == Self.instant + seconds)
    #expect(email.useBy == Self.instant + 7 * Sample.day)
    #expect(asked.late == 0)
  }

  @Test(arguments: [604_801, 691_200, 345_600_000] as [TimeInterval])
  func `past the cut-off everyone is too late, and is counted`(seconds: TimeInterval) throws {
    let asked = asked(try members(5), terms: FiringTerms(reminderAfter: 7), after: seconds)
    #expect(asked.emails.isEmpty)
    #expect(asked.late == 5)
  }

  @Test func `the cut-off is counted from each one's own place`() throws {
    let terms = FiringTerms(randomizedDelay: 10_000, cutOff: 20_000)
    let members = try members(200)
    let after: TimeInterval = 25_000
    let asked = asked(members, terms: terms, after: after)
    let inTime = members.filter {
      after <= 20_000
        + Spread.delay(upTo: 10_000, schedule: "waiting-period", recipient: $0.id, period: "2026-11")
    }
    #expect(asked.emails.map(\.recipient) == inTime.map { .practitioner($0.id) })
    #expect(asked.late == 200 - inTime.count)
    #expect((1..<200).contains(asked.late))
    #expect(asked.emails.allSatisfy { $0.notBefore <= $0.useBy })
  }

  @Test func `an email with no cut-off to speak of is never of use before it is due`() throws {
    for seconds in [0.0, 1, 3_000] {
      let asked = asked(try members(20), terms: FiringTerms(randomizedDelay: 600, cutOff: 0), after: seconds)
      #expect(asked.emails.allSatisfy { $0.notBefore <= $0.useBy })
    }
  }

  @Test func `who is not asked is not counted as late`() throws {
    let members = [
      try Sample.practitioner(1, stopped: [.rounds]), try Sample.practitioner(2, standing: .suspended),
      try Sample.practitioner(3, awayUntil: Self.instant + 100 * Sample.day),
    ]
    let asked = asked(members, terms: FiringTerms(), after: 30 * Sample.day)
    #expect(asked.emails.isEmpty)
    #expect(asked.late == 0)
  }

  @Test func `the emails of a firing are the same however often they are decided on`() throws {
    let terms = FiringTerms(randomizedDelay: 7_200, reminderAfter: 7)
    let members = try members(50)
    let first = asked(members, terms: terms)
    for seconds in [0.0, 60, 3_600] { #expect(asked(members, terms: terms, after: seconds) == first) }
  }

  @Test func `who is away when an email is due is not asked, who is back by then is`() throws {
    let terms = FiringTerms(randomizedDelay: 3_600, reminderAfter: 7)
    for number in 1...40 {
      let due = try #require(asked([try Sample.practitioner(number)], terms: terms).emails.first).notBefore
      let back = try Sample.practitioner(number, awayUntil: due)
      let away = try Sample.practitioner(number, awayUntil: due + 1)
      #expect(asked([back], terms: terms).emails.count == 2)
      #expect(asked([away], terms: terms).emails.isEmpty)
      #expect(asked([away], terms: terms).late == 0)
    }
  }

  @Test func `one made up for asks who has come back meanwhile`() throws {
    let back = try Sample.practitioner(awayUntil: Self.instant + 2 * Sample.day)
    #expect(asked([back], terms: FiringTerms()).emails.isEmpty)
    #expect(asked([back], terms: FiringTerms(), after: 2 * Sample.day).emails.count == 1)
  }
}
