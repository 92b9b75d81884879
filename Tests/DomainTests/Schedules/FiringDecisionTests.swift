import Foundation
import Testing

@testable import Domain

struct FiringDecisionTests {
  private func schedule(_ expressions: String..., zone: Schedule.Zone = .recipient) throws -> Schedule {
    Schedule(
      name: "waiting-period", emails: .waitingPeriod,
      onCalendar: try expressions.map { try CalendarExpression($0) },
      zone: zone)
  }

  /// A look by somebody who has been looking all the while.
  private func look(_ schedule: Schedule, zone: TimeZone = .gmt, since: Date, now: Date)
    -> FiringDecision.Look
  {
    FiringDecision.look(schedule, zone: zone, since: since, startedAt: since, now: now)
  }

  private func date(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

  private func due(
    _ schedule: Schedule, since: String, now: String, zone: TimeZone = Sample.sydney
  ) throws -> Date? {
    FiringDecision.look(
      schedule, zone: zone, since: try date(since), startedAt: try date(since), now: try date(now)
    ).firing?.instant
  }

  @Test(arguments: [
    ("2026-10-31T21:59:59Z", "2026-10-31T22:00:00Z", true),
    ("2026-10-31T21:00:00Z", "2026-10-31T21:59:59Z", false),
    ("2026-10-31T22:00:00Z", "2026-10-31T22:00:01Z", false),
    ("2026-10-31T22:00:00Z", "2026-10-31T22:00:00Z", false),
    ("2026-10-31T23:00:00Z", "2026-10-31T21:00:00Z", false),
  ])
  func `it fires for an instant after the last look, up to now`(since: String, now: String, fires: Bool)
    throws
  {
    let monthly = try schedule("*-*-01 09:00")
    let expected = fires ? try date("2026-10-31T22:00:00Z") : nil
    #expect(try due(monthly, since: since, now: now) == expected)
  }

  @Test(arguments: [1, 2, 3, 24, 200, 5_000])
  func `after any number of missed ones the last fires, once`(hours: Int) throws {
    let hourly = try schedule("hourly")
    let start = try date("2026-03-15T00:30:00Z")
    let now = start + Double(hours) * 3_600
    let firing = try #require(look(hourly, since: start, now: now).firing)
    #expect(firing.instant == now - 1_800)
    #expect(look(hourly, since: now, now: now).firing == nil)
    #expect(look(hourly, since: firing.instant, now: now).firing == nil)
  }

  @Test(arguments: 1...40)
  func `however often it is looked at, each instant fires at most once and the last never fails`(seed: Int)
    throws
  {
    var generator = SeededGenerator(seed: UInt64(seed))
    let daily = try schedule("09:00")
    let start = try date("2026-09-01T00:00:00Z")
    var since = start
    var fired: [Date] = []
    for _ in 0..<30 {
      let now = since + Double(Int.random(in: 0...400_000, using: &generator))
      if let firing = look(daily, zone: Sample.sydney, since: since, now: now).firing {
        fired.append(firing.instant)
        #expect(firing.instant > since && firing.instant <= now)
        #expect(try #require(daily.next(after: firing.instant, recipientZone: Sample.sydney)) > now)
      } else {
        #expect(try #require(daily.next(after: since, recipientZone: Sample.sydney)) > now)
      }
      since = now
    }
    #expect(Set(fired).count == fired.count)
    #expect(fired == fired.sorted())
  }

  @Test func `many years of missed ones cost little and fire once`() throws {
    let daily = try schedule("09:00")
    let missed = try due(
      daily, since: "1990-01-01T00:00:00Z", now: "2026-11-23T12:00:00Z", zone: Sample.perth)
    #expect(try missed == date("2026-11-23T01:00:00Z"))
  }

  @Test func `the last of missed ones fires when they lie years apart`() throws {
    var leapDay = try schedule("*-02-29 00:00")
    leapDay.terms.cutOff = 1_000 * Sample.day
    let missed = try due(leapDay, since: "2010-01-01T00:00:00Z", now: "2030-06-01T00:00:00Z", zone: .gmt)
    #expect(try missed == date("2028-02-29T00:00:00Z"))
  }

  @Test func `of several expressions the latest instant fires`() throws {
    let both = try schedule("Mon *-*-* 08:00", "Tue *-*-* 08:00")
    // A Monday and a Tuesday.
    let missed = try due(both, since: "2026-11-22T00:00:00Z", now: "2026-11-25T00:00:00Z", zone: .gmt)
    #expect(try missed == date("2026-11-24T08:00:00Z"))
    let next = try #require(both.next(after: try date("2026-11-22T00:00:00Z"), recipientZone: .gmt))
    #expect(try next == date("2026-11-23T08:00:00Z"))
  }

  @Test func `hours are the recipient's, the schedule's or the expression's own, the last winning`() throws {
    let after = try date("2026-11-23T13:00:00Z")
    func next(_ schedule: Schedule) -> Date? { schedule.next(after: after, recipientZone: Sample.perth) }
    #expect(try next(schedule("09:00")) == date("2026-11-24T01:00:00Z"))
    #expect(try next(schedule("09:00", zone: .named(Sample.sydney))) == date("2026-11-23T22:00:00Z"))
    #expect(try next(schedule("09:00 UTC", zone: .named(Sample.sydney))) == date("2026-11-24T09:00:00Z"))
  }

  @Test func `a firing names the recipients' zone whatever zone its hours are in`() throws {
    let named = try schedule("09:00", zone: .named(Sample.sydney))
    let firing = look(named, zone: Sample.perth, since: Sample.now - Sample.day, now: Sample.now).firing
    #expect(firing?.zone == "Australia/Perth")
    #expect(firing?.schedule == "waiting-period")
  }

  @Test func `a schedule without expressions, or with past ones only, never fires`() throws {
    #expect(try due(schedule(), since: "2000-01-01T00:00:00Z", now: "2026-01-01T00:00:00Z") == nil)
    #expect(
      try due(schedule("1999-01-01"), since: "2000-01-01T00:00:00Z", now: "2026-01-01T00:00:00Z") == nil)
  }
}
