import Foundation
import Testing

@testable import Domain

struct UpcomingFiringTests {
  private func schedule(_ expressions: [String], zone: Schedule.Zone = .recipient) throws -> Schedule {
    Schedule(
      name: "s", emails: .waitingPeriod, onCalendar: try expressions.map { try CalendarExpression($0) },
      zone: zone)
  }

  @Test(arguments: [
    ["daily"], ["02:30"], ["Mon *-*-* 08:00", "Tue *-*-* 08:00"], ["09:00", "09:00 UTC", "*-*-01"], [],
    ["1999-01-01"],
  ])
  func `it lists what next finds, one after the other`(expressions: [String]) throws {
    for (zone, named) in [(Sample.sydney, Schedule.Zone.recipient), (Sample.perth, .named(Sample.sydney))] {
      let schedule = try schedule(expressions, zone: named)
      let end = Sample.now + 400 * Sample.day
      var (expected, cursor) = ([Firing](), Sample.now)
      while let next = schedule.next(after: cursor, recipientZone: zone), next <= end {
        expected.append(Firing(schedule: "s", zone: zone.identifier, instant: next))
        cursor = next
      }
      #expect(FiringDecision.upcoming(schedule, zone: zone, after: Sample.now, through: end) == expected)
    }
  }

  @Test func `its start is left out and its end is not`() throws {
    let daily = try schedule(["daily"])
    let midnight = try Sample.date("2026-11-24T00:00:00Z")
    let firings = FiringDecision.upcoming(
      daily, zone: .gmt, after: midnight, through: midnight + 2 * Sample.day)
    #expect(firings.map(\.instant) == [midnight + Sample.day, midnight + 2 * Sample.day])
    #expect(FiringDecision.upcoming(daily, zone: .gmt, after: midnight, through: midnight).isEmpty)
    #expect(FiringDecision.upcoming(daily, zone: .gmt, after: midnight, through: midnight - 9).isEmpty)
  }
}
