import Foundation
import Testing

@testable import Domain

struct AwayDecisionTests {
  private func decide(
    _ day: LocalDay?, _ practitioner: Practitioner?, means: ConfirmationMeans = .email, now: Date = Sample.now
  ) -> Decision<AwayDecision.Outcome> {
    AwayDecision.decide(
      until: day, practitioner: practitioner, event: Sample.id(70), means: means, siteZone: Sample.sydney,
      now: now)
  }

  private func day(_ text: String) throws -> LocalDay { try #require(LocalDay(text)) }

  // Sample.now is 23:13:20 on 23 November in Sydney.
  @Test(
    arguments: [
      ("2025-11-24", nil), ("2026-11-22", nil), ("2026-11-23", nil), ("2026-11-24", "2026-11-23T13:00:00Z"),
      ("2026-12-25", "2026-12-24T13:00:00Z"), ("2027-04-05", "2027-04-04T14:00:00Z"),
      ("2027-11-23", "2027-11-22T13:00:00Z"), ("2027-11-24", "2027-11-23T13:00:00Z"), ("2027-11-25", nil),
      ("2199-12-31", nil),
    ] as [(String, String?)])
  func `a day ahead, at most 366, is taken as the first day back`(text: String, until: String?) throws {
    let member = try Sample.practitioner()
    let decision = decide(try day(text), member)
    guard let until = try until.map(Sample.date) else {
      #expect(decision.outcome == .dayRefused)
      #expect(decision.changes.isEmpty)
      return
    }
    let line = AwayEvent(id: Sample.id(70), at: Sample.now, means: .email)
    #expect(decision.outcome == .away(until: until))
    #expect(decision.changes == [.awaySaid(member.id, until: until, line)])
    #expect(decision.emails.isEmpty)
  }

  // 13:00 UTC is midnight in Sydney, 21:00 in Perth, 23:30 in Adelaide's summer.
  @Test(arguments: [
    ("Australia/Sydney", "2026-11-24", false), ("Australia/Perth", "2026-11-24", true),
    ("Australia/Adelaide", "2026-11-24", true), ("Pacific/Auckland", "2026-11-24", false),
    ("America/Los_Angeles", "2026-11-23", false), ("America/Los_Angeles", "2026-11-24", true),
    ("Australia/Erewhon", "2026-11-24", false), ("Australia/Erewhon", "2026-11-25", true),
  ])
  func `today is where the practitioner lives`(zone: String, text: String, isTaken: Bool) throws {
    let now = try Sample.date("2026-11-23T13:00:00Z")
    let member = try Sample.practitioner(timeZone: zone)
    let outcome = decide(try day(text), member, now: now).outcome
    let start = try day(text).start(in: member.zone(orSite: Sample.sydney))
    #expect(outcome == (isTaken ? .away(until: start) : .dayRefused))
  }

  @Test(arguments: ["Australia/Sydney", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia"], 1...366)
  func `whatever day is taken, they are away all days before and present on it`(zone: String, ahead: Int)
    throws
  {
    let clock = try Sample.zone(zone)
    let member = try Sample.practitioner(timeZone: zone)
    let back = LocalDay(number: LocalDay(Sample.now, in: clock).number + ahead)
    guard case .away(let until) = decide(back, member).outcome else {
      Issue.record("\(back.text) was refused")
      return
    }
    #expect(until > Sample.now)
    #expect(LocalDay(until, in: clock) == back)
    #expect(LocalDay(until - 1, in: clock) < back)
    let away = try Sample.practitioner(awayUntil: until)
    #expect(away.isAway(at: Sample.now) && away.isAway(at: until - 1) && !away.isAway(at: until))
  }

  @Test func `saying the same again is no news, another day is`() throws {
    let until = try Sample.date("2026-12-24T13:00:00Z")
    let away = try Sample.practitioner(awayUntil: until)
    let same = decide(try day("2026-12-25"), away)
    #expect(same.outcome == .away(until: until))
    #expect(same.changes.isEmpty)
    #expect(decide(try day("2026-12-26"), away).changes.count == 1)
    #expect(decide(try day("2026-12-24"), away).changes.count == 1)
  }

  @Test func `who is back is back at once, and says so only once`() throws {
    let away = try Sample.practitioner(awayUntil: Sample.now + 9 * Sample.day)
    let decision = decide(nil, away, means: .operator)
    #expect(decision.outcome == .back)
    let line = AwayEvent(id: Sample.id(70), at: Sample.now, means: .operator)
    #expect(decision.changes == [.awaySaid(away.id, until: nil, line)])
    let again = decide(nil, try Sample.practitioner())
    #expect(again.outcome == .back)
    #expect(again.changes.isEmpty)
  }

  @Test func `a refused day leaves what stands`() throws {
    let away = try Sample.practitioner(awayUntil: Sample.now + 9 * Sample.day)
    #expect(decide(try day("2020-01-01"), away).changes.isEmpty)
  }

  @Test func `who takes no part is told so, whatever they ask`() throws {
    for member in [nil, try Sample.practitioner(standing: .suspended, awayUntil: Sample.now + 60)] {
      for day in [nil, LocalDay("2026-12-25"), LocalDay("2020-01-01")] {
        let decision = decide(day, member)
        #expect(decision.outcome == .notTakingPart)
        #expect(decision.changes.isEmpty)
      }
    }
  }

  @Test func `who stopped the rounds may be away all the same`() throws {
    let member = try Sample.practitioner(stopped: [.rounds])
    #expect(decide(try day("2026-12-25"), member).changes.count == 1)
  }

  @Test func `the history keeps whole milliseconds, as the record does`() throws {
    let decision = decide(try day("2026-12-25"), try Sample.practitioner(), now: Sample.now + 0.123_456)
    guard case .awaySaid(_, until: _, let line) = try #require(decision.changes.first) else {
      Issue.record("another change: \(decision.changes)")
      return
    }
    #expect(line.at == (Sample.now + 0.123).inMilliseconds)
  }
}
