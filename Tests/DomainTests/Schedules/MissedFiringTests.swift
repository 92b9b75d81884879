import Foundation
import Testing

@testable import Domain

struct MissedFiringTests {
  private static let hourly = "hourly"

  private func schedule(_ expression: String, isPersistent: Bool = true, terms: FiringTerms = FiringTerms())
    throws -> Schedule
  {
    Schedule(
      name: "s", emails: .waitingPeriod, onCalendar: [try CalendarExpression(expression)], zone: .recipient,
      terms: terms, isPersistent: isPersistent)
  }

  private func look(_ schedule: Schedule, since: Date, startedAt: Date? = nil, now: Date)
    -> FiringDecision.Look
  {
    FiringDecision.look(schedule, zone: .gmt, since: since, startedAt: startedAt ?? since, now: now)
  }

  /// Hours after midnight of 1 March 2026.
  private func at(_ hours: Double) throws -> Date { try Sample.date("2026-03-01T00:00:00Z") + hours * 3_600 }

  private func missed(_ hours: ClosedRange<Int>, _ reason: MissedFiring.Reason) throws -> [MissedFiring] {
    try hours.map { MissedFiring(Firing(schedule: "s", zone: "GMT", instant: try at(Double($0))), reason) }
  }

  @Test func `all but the last of those that passed are overtaken, oldest first`() throws {
    let look = try look(schedule(Self.hourly), since: at(0), now: at(5.5))
    #expect(try look.firing?.instant == at(5))
    #expect(try look.missed == missed(1...4, .overtaken))
  }

  @Test func `one that passed alone is not missed`() throws {
    #expect(try look(schedule(Self.hourly), since: at(0.5), now: at(1)).missed.isEmpty)
    #expect(try look(schedule(Self.hourly), since: at(0), now: at(0.5)) == FiringDecision.Look())
    #expect(try look(schedule(Self.hourly), since: at(5), now: at(1)) == FiringDecision.Look())
  }

  @Test(arguments: [(0.0, true), (100, true), (700, true), (700.001, false), (3_000, false)])
  func `after its cut-off, counted from the end of the spread, the last is missed too`(
    seconds: TimeInterval, fires: Bool
  ) throws {
    let terms = FiringTerms(randomizedDelay: 600, cutOff: 100)
    let look = try look(schedule(Self.hourly, terms: terms), since: at(0), now: at(3) + seconds)
    #expect(try look.firing?.instant == (fires ? at(3) : nil))
    let late = fires ? [] : try missed(3...3, .pastCutOff)
    #expect(try look.missed == missed(1...2, .overtaken) + late)
  }

  @Test(arguments: [
    (3.5, true, true), (3.5, false, false), (3.0, false, false), (2.999, false, true), (0, false, true),
    (0, true, true),
  ])
  func `one that is not persistent makes up for nothing from before somebody looked`(
    startedAt: Double, isPersistent: Bool, fires: Bool
  ) throws {
    let hourly = try schedule(Self.hourly, isPersistent: isPersistent)
    let look = try look(hourly, since: at(0), startedAt: at(startedAt), now: at(3.75))
    #expect(try look.firing?.instant == (fires ? at(3) : nil))
    let stopped = fires ? [] : try missed(3...3, .stopped)
    #expect(try look.missed == missed(1...2, .overtaken) + stopped)
  }

  @Test func `one that is not persistent has a cut-off as well`() throws {
    let terms = FiringTerms(cutOff: 60)
    let hourly = try schedule(Self.hourly, isPersistent: false, terms: terms)
    let look = try look(hourly, since: at(0.5), startedAt: at(0), now: at(1) + 61)
    #expect(look.firing == nil)
    #expect(try look.missed == missed(1...1, .pastCutOff))
  }

  @Test(arguments: [98, 99, 100, 101, 102, 250])
  func `of very many missed ones the newest hundred are told`(count: Int) throws {
    let look = try look(schedule(Self.hourly), since: at(0), now: at(Double(count) + 1.5))
    #expect(try look.firing?.instant == at(Double(count) + 1))
    #expect(try look.missed == missed(max(1, count - 99)...count, .overtaken))
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: ["*:*:*", "minutely", "hourly", "daily", "Mon *-*-* 09:00", "monthly"])
  func `years of missed ones cost little`(expression: String) throws {
    var schedule = try schedule(expression)
    schedule.terms.cutOff = 31 * Sample.day
    let (since, now) = (try Sample.date("1990-01-01T00:00:00Z"), try Sample.date("2026-03-15T12:30:00Z"))
    let found = look(schedule, since: since, now: now)
    let firing = try #require(found.firing)
    #expect(try #require(schedule.next(after: firing.instant, recipientZone: .gmt)) > now)
    let times = found.missed.map(\.firing.instant) + [firing.instant]
    #expect(times.count == 101)
    for (one, next) in zip(times, times.dropFirst()) {
      #expect(schedule.next(after: one, recipientZone: .gmt) == next)
    }
  }

  @Test(arguments: 1...40)
  func `whatever is looked at, each time that passed fires or is missed, and none twice`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &* 7)
    let expressions = ["hourly", "daily", "Tue *-*-01..07 09:00", "*:0/10", "*-*-1/10 02:30"]
    let schedule = try schedule(
      try #require(expressions.randomElement(using: &generator)),
      isPersistent: Bool.random(using: &generator),
      terms: FiringTerms(cutOff: Double.random(in: 0...200_000, using: &generator)))
    let start = try at(0)
    let startedAt = start + Double(Int.random(in: 0...500_000, using: &generator))
    var (since, told) = (start, [Date]())
    for _ in 0..<20 {
      // Ten minutes, a hundred times at most.
      let now = since + Double(Int.random(in: 0...60_000, using: &generator))
      let look = look(schedule, since: since, startedAt: startedAt, now: now)
      told += look.missed.map(\.firing.instant) + [look.firing?.instant].compactMap { $0 }
      since = now
    }
    let all = FiringDecision.upcoming(schedule, zone: .gmt, after: start, through: since).map(\.instant)
    #expect(told == all)
  }
}
