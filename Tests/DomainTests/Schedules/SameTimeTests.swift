import Foundation
import Testing

@testable import Domain

struct SameTimeTests {
  @Test(arguments: [
    // Across the end of summer, and its beginning.
    ("Australia/Sydney", "2026-04-01T22:00:00Z", 7, "2026-04-08T23:00:00Z"),
    ("Australia/Sydney", "2026-09-30T23:00:00Z", 7, "2026-10-07T22:00:00Z"),
    ("Australia/Lord_Howe", "2026-04-01T22:00:00Z", 7, "2026-04-08T22:30:00Z"),
    ("Australia/Lord_Howe", "2026-09-30T22:30:00Z", 7, "2026-10-07T22:00:00Z"),
    ("Australia/Adelaide", "2026-04-01T22:30:00Z", 7, "2026-04-08T23:30:00Z"),
    ("Australia/Perth", "2026-09-30T23:00:00Z", 7, "2026-10-07T23:00:00Z"),
    // 02:30 on 5 April happens twice: the first.
    ("Australia/Sydney", "2026-03-28T15:30:00Z", 7, "2026-04-04T15:30:00Z"),
    // From the second 02:30 on.
    ("Australia/Sydney", "2026-04-04T16:30:00Z", 7, "2026-04-11T16:30:00Z"),
    // No days at all is the same moment, also within an hour that happens twice.
    ("Australia/Sydney", "2026-04-04T16:30:00Z", 0, "2026-04-04T16:30:00Z"),
  ])
  func `so many days later the clocks show the same`(zone: String, from: String, days: Int, to: String) throws
  {
    #expect(try Sample.date(from).sameTime(daysLater: days, in: Sample.zone(zone)) == Sample.date(to))
  }

  @Test(arguments: ["Australia/Sydney", "Australia/Lord_Howe", "Australia/Adelaide", "Australia/Perth"])
  func `the day is right and so is the time, but where the clocks jump over it`(name: String) throws {
    let zone = try Sample.zone(name)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<4_000 {
      let date = Sample.now + Double(Int.random(in: 0...(800 * 86_400), using: &generator))
      let days = Int.random(in: 1...28, using: &generator)
      let later = date.sameTime(daysLater: days, in: zone)
      #expect(LocalDay(later, in: zone).number == LocalDay(date, in: zone).number + days)
      let (before, after) = (time(of: date, in: zone), time(of: later, in: zone))
      // The hours that are jumped over, a half in Lord Howe, lie between two and three.
      #expect(before == after || (7_200..<10_800).contains(before) && (9_000..<14_400).contains(after))
    }
  }

  @Test func `fractions of a second stay`() throws {
    #expect(Sample.now.addingTimeInterval(0.25).sameTime(daysLater: 7, in: .gmt) == Sample.now + 604_800.25)
  }

  private func time(of date: Date, in zone: TimeZone) -> Int {
    (Int(date.timeIntervalSince1970) + zone.secondsFromGMT(for: date)) % 86_400
  }
}
