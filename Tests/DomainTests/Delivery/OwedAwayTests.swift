import Foundation
import Testing

@testable import Domain

struct OwedAwayTests {
  private static let until = Sample.now + 20 * Sample.day

  private func decide(_ entry: OutboxEntry, now: Date) throws -> Owed {
    let facts = Owed.Facts(
      practitioner: try Sample.practitioner(awayUntil: Self.until), wait: nil,
      question: Owed.Question(state: .sent, settledAt: Sample.now - 30 * Sample.day))
    return Owed.decide(entry, facts: facts, now: now)
  }

  @Test(arguments: [(-1.0, false), (0, true), (86_400, true)])
  func `questions and reminders wait for nobody who is away, and are owed from the first moment back`(
    seconds: TimeInterval, isOwed: Bool
  ) throws {
    let member = try Sample.practitioner()
    let now = Self.until + seconds
    let expected: Owed = isOwed ? .to(member.email) : .no(.away)
    #expect(try decide(Sample.waitingPeriodEmail(to: member.id, createdAt: now), now: now) == expected)
    #expect(try decide(Sample.reminder(to: member.id, askedAt: now - 7 * Sample.day), now: now) == expected)
  }

  @Test func `a fresh link is owed to who is away and asks for one`() throws {
    let member = try Sample.practitioner(awayUntil: Self.until)
    let fresh = try #require(
      FreshLinkDecision.decide(
        practitioner: member, wait: nil, email: Sample.id(60), siteZone: Sample.sydney, now: Sample.now
      ).emails.first)
    let entry = OutboxEntry(
      id: fresh.id, email: fresh.email, recipient: fresh.recipient, period: fresh.period,
      createdAt: fresh.notBefore, useBy: fresh.useBy)
    #expect(try decide(entry, now: Sample.now) == .to(member.email))
  }

  @Test func `a sign-in link is owed to who is away`() throws {
    let member = try Sample.practitioner()
    let facts = SignInLinkEmail(
      name: member.name, link: Sample.id(3), generation: 1, keyID: 1, expiresAt: Sample.now + 900)
    let entry = OutboxEntry(
      id: Sample.id(51), email: .signInLink(facts), recipient: .practitioner(member.id), period: "p",
      createdAt: Sample.now, useBy: Sample.now + 900)
    #expect(try decide(entry, now: Sample.now) == .to(member.email))
  }

  @Test func `who is gone for other reasons is told so rather than to be away`() throws {
    let entry = Sample.waitingPeriodEmail(to: Sample.id(1))
    for (member, reason) in [
      (try Sample.practitioner(standing: .suspended, awayUntil: Self.until), Owed.Reason.suspended),
      (try Sample.practitioner(stopped: [.rounds], awayUntil: Self.until), .unsubscribed),
    ] {
      let facts = Owed.Facts(practitioner: member, wait: nil)
      #expect(Owed.decide(entry, facts: facts, now: Sample.now) == .no(reason))
    }
  }
}
