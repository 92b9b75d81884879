import Foundation
import Testing

@testable import Domain

struct RoundDecisionTests {
  private static let firing = Firing(
    schedule: "waiting-period", zone: "Australia/Sydney", instant: Sample.now + 10 * Sample.day)

  private func emails(_ candidates: [RoundDecision.Candidate], terms: FiringTerms = FiringTerms())
    -> [NewEmail]
  {
    RoundDecision.emails(
      of: Self.firing, terms: terms, to: candidates, siteZone: Sample.sydney, now: Self.firing.instant
    ).emails
  }

  @Test func `who is active and has not stopped the rounds is asked`() throws {
    let asked = [
      try Sample.practitioner(1), try Sample.practitioner(2, stopped: [.digests]),
      try Sample.practitioner(3, timeZone: "Australia/Perth"),
    ]
    let others = [
      try Sample.practitioner(4, standing: .suspended), try Sample.practitioner(5, stopped: [.rounds]),
      try Sample.practitioner(6, standing: .suspended, stopped: [.rounds, .digests]),
    ]
    let emails = emails((asked + others).map { Sample.candidate($0) })
    #expect(emails.map(\.recipient) == asked.map { .practitioner($0.id) })
    #expect(emails.map(\.id) == asked.map(Sample.emailID))
    #expect((asked + others).map(RoundDecision.isAsked) == [true, true, true, false, false, false])
    let withReminders = self.emails(
      (asked + others).map { Sample.candidate($0) }, terms: FiringTerms(reminderAfter: 7))
    #expect(withReminders.count == 2 * asked.count)
  }

  @Test func `an email carries the facts of its reader and its round`() throws {
    let practitioner = try Sample.practitioner(3, timeZone: "Australia/Perth")
    let email = try #require(emails([Sample.candidate(practitioner, wait: Sample.wait(.now))]).first)
    let facts = WaitingPeriodEmail(
      round: try #require(Round("2026-12")), name: "Dr Number 3", present: Sample.wait(.now),
      timeZone: "Australia/Perth")
    #expect(email.email == .waitingPeriod(facts))
    #expect(email.period == "2026-12")
    #expect(email.notBefore == Self.firing.instant)
    #expect(email.useBy == Self.firing.instant + 7 * Sample.day)
  }

  @Test func `who names no zone, or one unknown here, reads dates in the site's`() throws {
    for zone in [nil, "Australia/Erewhon"] {
      let practitioner = try Sample.practitioner(1, timeZone: zone)
      let email = try #require(emails([Sample.candidate(practitioner)]).first)
      guard case .waitingPeriod(let facts) = email.email else {
        Issue.record("another email: \(email)")
        return
      }
      #expect(facts.timeZone == "Australia/Sydney")
      #expect(facts.present == nil)
    }
  }

  @Test func `a round is the month where the firing's recipients are`() throws {
    // Midnight of 1 December in Sydney, 21:00 of the day before in Perth.
    let instant = try Sample.date("2026-11-30T13:00:00Z")
    for (zone, month) in [("Australia/Sydney", "2026-12"), ("Australia/Perth", "2026-11")] {
      let emails = RoundDecision.emails(
        of: Firing(schedule: "s", zone: zone, instant: instant), terms: FiringTerms(reminderAfter: 7),
        to: [Sample.candidate(try Sample.practitioner(timeZone: zone))], siteZone: Sample.sydney, now: instant
      ).emails
      #expect(emails.map(\.period) == [month, month])
    }
  }

  @Test func `a round with nobody to ask has no emails`() {
    #expect(emails([]).isEmpty)
  }
}
