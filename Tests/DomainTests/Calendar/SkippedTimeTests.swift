import Domain
import Foundation
import Testing

@Suite struct SkippedTimeTests {
  private func skipped(
    _ expression: String, _ zone: String, from: String = "2026-01-01", to: String = "2031-01-01",
    limit: Int = 100
  ) throws -> [SkippedTime] {
    try CalendarExpression(expression).skippedTimes(
      from: try Date("\(from)T00:00:00Z", strategy: .iso8601),
      to: try Date("\(to)T00:00:00Z", strategy: .iso8601),
      in: try #require(TimeZone(identifier: zone)), limit: limit)
  }

  @Test func `names the date, the time, the zone and the change, once a year`() throws {
    let times = try skipped("Sun *-10-01..07 02:30", "Australia/Sydney")
    #expect(
      times.map(\.localTime) == [
        "2026-10-04 02:30", "2027-10-03 02:30", "2028-10-01 02:30", "2029-10-07 02:30", "2030-10-06 02:30",
      ])
    #expect(times.allSatisfy { $0.zone == "Australia/Sydney" })
    #expect(times.first?.change.formatted(.iso8601) == "2026-10-03T16:00:00Z")
  }

  struct Case: Sendable {
    let expression: String
    let zone: String
    let year: Int
    let times: [String]

    init(_ expression: String, _ zone: String, year: Int = 2026, _ times: [String]) {
      (self.expression, self.zone, self.year, self.times) = (expression, zone, year, times)
    }
  }

  static let cases = [
    Case("Sun *-10-01..07 02:30", "Australia/Brisbane", []),
    Case("02:30", "UTC", []),
    Case("03:00", "Australia/Sydney", []),
    Case("01:59:59", "Australia/Sydney", []),
    Case("02:00", "Australia/Sydney", ["2026-10-04 02:00"]),
    Case("02:59:59", "Australia/Adelaide", ["2026-10-04 02:59:59"]),
    Case("02:0,15,30,45", "Australia/Lord_Howe", ["2026-10-04 02:00", "2026-10-04 02:15"]),
    Case("hourly", "Europe/London", ["2026-03-29 01:00"]),
    Case("02:30", "Australia/Sydney", year: 2150, ["2150-10-04 02:30"]),
    Case("02:59:59.5", "Australia/Sydney", ["2026-10-04 02:59:59.500000"]),
    Case("00:30", "America/St_Johns", year: 2011, ["2011-03-13 00:30"]),
    // Samoa went over the date line by leaving out a day.
    Case("0/8:00", "Pacific/Apia", year: 2011, ["2011-12-30 00:00", "2011-12-30 08:00", "2011-12-30 16:00"]),
    // Singapore changed its standard time.
    Case("*:45", "Asia/Singapore", year: 1981, ["1981-12-31 23:45"]),
  ]

  @Test(arguments: cases)
  func `names the times that clocks are put forward over, and no others`(row: Case) throws {
    let times = try skipped(
      row.expression, row.zone, from: "\(row.year)-01-01", to: "\(row.year + 1)-01-01")
    #expect(times.map(\.localTime) == row.times, "\(row.expression) in \(row.zone)")
  }

  @Test func `a zone in the expression wins, and is named as it is written`() throws {
    let times = try skipped("02:30 Australia/NSW", "Australia/Brisbane", to: "2027-01-01")
    #expect(times.map(\.zone) == ["Australia/NSW"])
  }

  @Test func `a change at the start of the span counts, one at its end does not`() throws {
    let sydney = try #require(TimeZone(identifier: "Australia/Sydney"))
    let change = try Date("2026-10-03T16:00:00Z", strategy: .iso8601)
    let expression = try CalendarExpression("02:30")
    for length in [1, 3600, 86_400.5, 1e6] {
      #expect(expression.skippedTimes(from: change, to: change + length, in: sydney).count == 1)
      #expect(expression.skippedTimes(from: change - length, to: change, in: sydney).isEmpty)
      #expect(expression.skippedTimes(from: change - length, to: change + 0.5, in: sydney).count == 1)
    }
    #expect(expression.skippedTimes(from: change + 1, to: change, in: sydney).isEmpty)
  }

  @Test func `the list is bounded, and any dates may be asked about`() throws {
    #expect(try skipped("*:*:*", "Australia/Sydney").count == 100)
    #expect(try skipped("*:*:*", "Australia/Sydney", limit: 4000).count == 4000)
    #expect(try skipped("*:*:0/0.000001", "Australia/Sydney", limit: 0).isEmpty)
    let sydney = try #require(TimeZone(identifier: "Australia/Sydney"))
    let expression = try CalendarExpression("2030-*-* 02:30")
    for (from, to) in [(-Double.infinity, Double.infinity), (-1e300, 1e300), (0, 7.3e9)] {
      let times = expression.skippedTimes(
        from: Date(timeIntervalSince1970: from), to: Date(timeIntervalSince1970: to), in: sydney)
      #expect(times.map(\.localTime) == ["2030-10-06 02:30"])
    }
    let never = Date(timeIntervalSince1970: .nan)
    #expect(expression.skippedTimes(from: never, to: never, in: sydney).isEmpty)
  }

  static let expressions = [
    "02:30", "*:0/7", "Sun 2..3:15", "*-10-1..7 *:45", "Mon..Sat *:00", "*-*~1 0/2:10", "0..1:1..59/20",
    "daily",
  ]
  static let zones = [
    "Australia/Sydney", "Australia/Lord_Howe", "Europe/London", "America/St_Johns", "Africa/Casablanca",
    "America/Santiago", "Asia/Beirut", "Australia/Perth",
  ]

  /// Minute by minute through nine months: a time is skipped when it matches on a clock that never changes, and
  /// neither offset of the days around it leads back to it.
  @Test(arguments: zones)
  func `lists what a walk through every minute finds`(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    let (from, to) = try (
      Date("2026-01-31T12:00:00Z", strategy: .iso8601), Date("2026-11-01T12:00:00Z", strategy: .iso8601)
    )
    let missing = stride(from: 1_769_817_600.0, to: 1_793_577_600, by: 60)
      .map { Date(timeIntervalSince1970: $0) }.filter { !exists($0, in: zone) }
    for text in Self.expressions {
      let expression = try CalendarExpression(text)
      let expected = missing.filter { expression.next(after: $0 - 1, in: .gmt) == $0 }
        .map { String($0.formatted(.iso8601.dateTimeSeparator(.space)).prefix(16)) }
      let found = expression.skippedTimes(from: from, to: to, in: zone, limit: .max)
      #expect(found.map(\.localTime) == expected, "\(text)")
      for time in found {
        #expect(zone.secondsFromGMT(for: time.change - 1) < zone.secondsFromGMT(for: time.change))
      }
    }
  }

  /// Whether a clock of the zone ever shows what a clock in UTC shows at `local`.
  private func exists(_ local: Date, in zone: TimeZone) -> Bool {
    [-86_400.0, 86_400].contains { side in
      let offset = zone.secondsFromGMT(for: local + side)
      return zone.secondsFromGMT(for: local - Double(offset)) == offset
    }
  }
}
