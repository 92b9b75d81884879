import Domain
import Foundation
import Testing

/// What happens where clocks are put forward or back.
@Suite struct ClockChangeTests {
  struct Change: Sendable {
    let zone: String
    let expression: String
    let after: String
    let next: String

    init(_ zone: String, _ expression: String, after: String, next: String) {
      (self.zone, self.expression, self.after, self.next) = (zone, expression, after, next)
    }
  }

  static let skipped = [
    Change("Australia/Sydney", "02:30", after: "2026-10-03T12:00:00Z", next: "2026-10-04T15:30:00Z"),
    Change("Australia/Sydney", "*:30", after: "2026-10-03T15:30:00Z", next: "2026-10-03T16:30:00Z"),
    Change("Australia/Lord_Howe", "02:15", after: "2026-10-03T12:00:00Z", next: "2026-10-04T15:15:00Z"),
    Change("Pacific/Apia", "12-30 12:00", after: "2011-01-01T00:00:00Z", next: "2012-12-29T22:00:00Z"),
    // Clocks went from 00:01 to 01:01, and the rest of that hour is there: systemd 252 loses it.
    Change("America/St_Johns", "01:30", after: "2011-03-13T03:30:00Z", next: "2011-03-13T04:00:00Z"),
  ]

  @Test(arguments: skipped)
  func `a time that the clocks skip does not fire`(change: Change) throws { try expect(change) }

  static let repeated = [
    Change("Australia/Sydney", "02:30", after: "2026-04-04T15:00:00Z", next: "2026-04-04T15:30:00Z"),
    Change("Australia/Sydney", "02:30", after: "2026-04-04T15:30:00Z", next: "2026-04-05T16:30:00Z"),
    Change("Australia/Sydney", "02:30", after: "2026-04-04T16:10:00Z", next: "2026-04-05T16:30:00Z"),
    Change("Australia/Sydney", "*:0/10", after: "2026-04-04T15:50:00Z", next: "2026-04-04T17:00:00Z"),
    Change("Australia/Sydney", "*:0/10", after: "2026-04-04T16:25:00Z", next: "2026-04-04T17:00:00Z"),
    Change("Australia/Lord_Howe", "*:45", after: "2026-04-04T15:05:00Z", next: "2026-04-04T16:15:00Z"),
    Change("Europe/Berlin", "*:*:*", after: "2026-10-25T01:00:00Z", next: "2026-10-25T02:00:00Z"),
  ]

  @Test(arguments: repeated)
  func `a time that happens twice fires once, at the first`(change: Change) throws { try expect(change) }

  @Test(arguments: [
    ("2026-10-03T15:59:59Z", "2026-10-04T15:00:00Z"), ("2026-04-04T16:00:00Z", "2026-04-05T16:00:00Z"),
  ])
  func `a step of a microsecond does not walk through the hour that is skipped or repeated`(
    after: String, expected: String
  ) throws {
    let sydney = try #require(TimeZone(identifier: "Australia/Sydney"))
    let date = try Date(after, strategy: .iso8601)
    let expression = try CalendarExpression("02:*:0/0.000001")
    let next = try #require(expression.next(after: date, in: sydney))
    #expect(next.formatted(.iso8601) == expected)
  }

  private func expect(_ change: Change) throws {
    let zone = try #require(TimeZone(identifier: change.zone))
    let date = try Date(change.after, strategy: .iso8601)
    let next = try CalendarExpression(change.expression).next(after: date, in: zone)
    #expect(next?.formatted(.iso8601) == change.next, "\(change.expression) in \(change.zone)")
  }
}
