import Foundation
import Testing

@testable import Domain

struct LocalDayStartTests {
  /// Zones with both kinds of change at midnight, in halves of hours, at one minute past midnight, and none at all.
  private static let zones = [
    "Australia/Sydney", "Australia/Lord_Howe", "America/Santiago", "Asia/Beirut", "America/St_Johns",
    "Australia/Perth",
  ]

  @Test(arguments: zones)
  func `the start is the first instant whose day is that day, from 1990 to 2060`(name: String) throws {
    let zone = try Sample.zone(name)
    let (first, last) = (try #require(LocalDay("1990-01-01")), try #require(LocalDay("2060-12-31")))
    for number in first.number...last.number {
      let day = LocalDay(number: number)
      let start = day.start(in: zone)
      #expect(LocalDay(start, in: zone) == day, "\(day.text) in \(name)")
      #expect(start.timeIntervalSince1970 == start.timeIntervalSince1970.rounded())
      // No clock is put back by a day, so a day that began earlier began within the day before.
      for seconds in [0.001, 1, 60, 1_800, 3_540, 3_600, 7_200, 86_400] {
        #expect(LocalDay(start - seconds, in: zone) < day, "\(day.text) in \(name), \(seconds) s before")
      }
    }
  }

  @Test(arguments: [
    // Forward at midnight, to one o'clock.
    ("America/Santiago", "2026-09-06", "2026-09-06T04:00:00Z"),
    ("Asia/Beirut", "2026-03-29", "2026-03-28T22:00:00Z"),
    ("America/Havana", "2026-03-08", "2026-03-08T05:00:00Z"),
    ("Africa/Cairo", "2026-04-24", "2026-04-23T22:00:00Z"),
    ("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z"),
    ("Asia/Tehran", "2022-03-22", "2022-03-21T20:30:00Z"),
    // Back at midnight, to eleven: the hour before is passed through twice.
    ("America/Santiago", "2026-04-05", "2026-04-05T04:00:00Z"),
    ("Asia/Beirut", "2026-10-25", "2026-10-24T22:00:00Z"),
    // Back at one o'clock, to midnight: that of the first pass.
    ("America/Havana", "2026-11-01", "2026-11-01T04:00:00Z"),
    // Back at one minute past midnight: the day begins twice.
    ("America/St_Johns", "2010-11-07", "2010-11-07T02:30:00Z"),
    // Forward at half past eleven of the day before, to half past midnight.
    ("America/Scoresbysund", "2024-03-31", "2024-03-31T01:00:00Z"),
    ("Australia/Sydney", "2026-10-04", "2026-10-03T14:00:00Z"),
    ("Australia/Lord_Howe", "2026-10-04", "2026-10-03T13:30:00Z"),
  ])
  func `a midnight that does not exist, or happens twice`(zone: String, day: String, start: String) throws {
    #expect(try #require(LocalDay(day)).start(in: try Sample.zone(zone)) == Sample.date(start))
  }

  @Test(arguments: [
    ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
    ("Pacific/Fakaofo", "2011-12-30", "2011-12-30T11:00:00Z"),
    ("Pacific/Kwajalein", "1993-08-21", "1993-08-21T12:00:00Z"),
  ])
  func `a day that a zone left out begins where the next one does`(zone: String, day: String, start: String)
    throws
  {
    let (clock, missing) = (try Sample.zone(zone), try #require(LocalDay(day)))
    #expect(try missing.start(in: clock) == Sample.date(start))
    #expect(LocalDay(number: missing.number + 1).start(in: clock) == missing.start(in: clock))
    #expect(LocalDay(missing.start(in: clock) - 1, in: clock).number == missing.number - 1)
  }
}
