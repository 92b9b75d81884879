import Foundation
import Testing

@testable import Domain

struct FreshLinkDecisionTests {
  private func emails(_ practitioner: Practitioner?, now: Date = Sample.now) -> [NewEmail] {
    FreshLinkDecision.decide(
      practitioner: practitioner, wait: Sample.wait(.now), email: Sample.id(60), siteZone: Sample.sydney,
      now: now
    ).emails
  }

  @Test func `a member who is asked gets fresh buttons at once`() throws {
    let practitioner = try Sample.practitioner(timeZone: "Australia/Perth")
    let email = try #require(emails(practitioner).first)
    #expect(emails(practitioner).count == 1)
    #expect(email.recipient == .practitioner(practitioner.id))
    #expect(email.notBefore == Sample.now)
    #expect(email.useBy == Sample.now + 7 * Sample.day)
    let facts = WaitingPeriodEmail(
      round: try #require(Round("2026-11")), name: practitioner.name, present: Sample.wait(.now),
      timeZone: "Australia/Perth")
    #expect(email.email == .waitingPeriod(facts))
  }

  @Test func `nobody who takes no part or has stopped the rounds gets one`() throws {
    #expect(emails(nil).isEmpty)
    #expect(emails(try Sample.practitioner(standing: .suspended)).isEmpty)
    #expect(emails(try Sample.practitioner(stopped: [.rounds])).isEmpty)
    #expect(emails(try Sample.practitioner(stopped: [.digests])).count == 1)
  }

  @Test func `who is away may ask for one`() throws {
    #expect(emails(try Sample.practitioner(awayUntil: Sample.now + Sample.day)).count == 1)
  }

  @Test func `all of one day of the site share a period, and no round has it`() throws {
    let practitioner = try Sample.practitioner()
    // Sydney's midnight is at 13:00 UTC in summer.
    let midnight = try Date("2026-11-23T13:00:00Z", strategy: .iso8601)
    let periods = [-86_400.0, -1, 0, 86_399, 86_400].flatMap {
      emails(practitioner, now: midnight + $0).map(\.period)
    }
    #expect(periods.count == 5)
    #expect(Set(periods).count == 3)
    #expect(periods[1] != periods[2] && periods[2] == periods[3] && periods[3] != periods[4])
    #expect(periods.allSatisfy { Round($0) == nil })
  }
}
