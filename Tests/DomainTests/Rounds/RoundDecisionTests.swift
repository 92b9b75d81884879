import Foundation
import Testing

@testable import Domain

struct RoundDecisionTests {
  private func candidate(_ practitioner: Practitioner, wait: StatedWait? = nil) -> RoundDecision.Candidate {
    RoundDecision.Candidate(practitioner: practitioner, wait: wait, emailID: practitioner.id.bytes.withID)
  }

  private func emails(_ candidates: [RoundDecision.Candidate]) throws -> [NewEmail] {
    RoundDecision.emails(
      for: try #require(Round("2026-12")), to: candidates, firedAt: Sample.now, siteZone: Sample.sydney)
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
    let emails = try emails((asked + others).map { candidate($0) })
    #expect(emails.map(\.recipient) == asked.map { .practitioner($0.id) })
    #expect(emails.map(\.id) == asked.map(\.id.bytes.withID))
    #expect((asked + others).map(RoundDecision.isAsked) == [true, true, true, false, false, false])
  }

  @Test func `an email carries the facts of its reader and its round`() throws {
    let practitioner = try Sample.practitioner(3, timeZone: "Australia/Perth")
    let email = try #require(try emails([candidate(practitioner, wait: Sample.wait(.now))]).first)
    let facts = WaitingPeriodEmail(
      round: try #require(Round("2026-12")), name: "Dr Number 3", present: Sample.wait(.now),
      timeZone: "Australia/Perth")
    #expect(email.email == .waitingPeriod(facts))
    #expect(email.period == "2026-12")
    #expect(email.notBefore == Sample.now)
    #expect(email.useBy == Sample.now + 7 * Sample.day)
  }

  @Test func `who names no zone reads dates in the site's`() throws {
    let email = try #require(try emails([candidate(try Sample.practitioner(1))]).first)
    guard case .waitingPeriod(let facts) = email.email else {
      Issue.record("another email: \(email)")
      return
    }
    #expect(facts.timeZone == "Australia/Sydney")
    #expect(facts.present == nil)
  }

  @Test func `a round with nobody to ask has no emails`() throws {
    #expect(try emails([]).isEmpty)
  }
}

extension [UInt8] {
  /// An email's identifier made of a member's, so that the two can be told to belong together.
  fileprivate var withID: OutboxEntry.ID { OutboxEntry.ID(bytes: map { ~$0 }) ?? Sample.id(0) }
}
