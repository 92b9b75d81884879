import Foundation
import Testing

@testable import Domain

struct AgeTests {
  @Test(arguments: [
    (0, "today"), (1, "yesterday"), (2, "2 days ago"), (61, "61 days ago"), (62, "2 months ago"),
    (89, "2 months ago"),
    (90, "3 months ago"), (364, "12 months ago"), (729, "24 months ago"), (730, "2 years ago"),
    (1_100, "3 years ago"),
  ])
  func `an age is counted in days`(days: Int, words: String) {
    #expect(
      Age.words(from: Sample.now - Double(days) * Sample.day, to: Sample.now, in: Sample.perth) == words)
  }

  @Test(arguments: [
    (-1, "today"), (0, "today"), (1, "yesterday"), (2, "on Saturday"), (6, "on Tuesday"), (7, "7 days ago"),
  ])
  func `within a week a day has its name`(days: Int, words: String) {
    // It is a Monday.
    #expect(
      Age.dayWords(from: Sample.now - Double(days) * Sample.day, to: Sample.now, in: Sample.sydney) == words)
  }

  @Test func `the day turns at midnight where the reader is`() throws {
    // 12:59:59 UTC is 23:59:59 in Sydney in summer, and 20:59:59 in Perth.
    let evening = try Date("2026-11-23T12:59:59Z", strategy: .iso8601)
    #expect(Age.words(from: evening, to: evening + 1, in: Sample.sydney) == "yesterday")
    #expect(Age.words(from: evening, to: evening + 1, in: Sample.perth) == "today")
  }

  @Test func `what a clock set back makes future is today`() {
    #expect(Age.words(from: Sample.now + 5 * Sample.day, to: Sample.now, in: .gmt) == "today")
  }

  @Test func `the civil calendar agrees with Foundation's from 1900 to 2200`() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    for number in stride(from: -25_567, through: 84_000, by: 11) {
      let instant = Date(timeIntervalSince1970: Double(number) * 86_400)
      let day = LocalDay(instant, in: .gmt)
      let parts = calendar.dateComponents([.year, .month, .day], from: instant)
      #expect(day.number == number)
      #expect(day.civil.year == parts.year)
      #expect(day.civil.month == parts.month)
      #expect(day.civil.day == parts.day)
    }
  }

  @Test(arguments: [
    "Australia/Sydney", "Australia/Lord_Howe", "Australia/Eucla", "Pacific/Auckland", "America/St_Johns",
  ])
  func `a day lasts from midnight to midnight through every change of clocks`(name: String) throws {
    let zone = try #require(TimeZone(identifier: name))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    for hour in 0..<(370 * 24) {
      let instant = Sample.now + Double(hour) * 3_600
      #expect(LocalDay(instant, in: zone).civil.day == calendar.component(.day, from: instant))
    }
  }

  @Test func `a day is written out`() {
    #expect(LocalDay(Sample.now, in: .gmt).words == "23 November 2026")
    #expect(LocalDay(Sample.now, in: .gmt) < LocalDay(Sample.now + Sample.day, in: .gmt))
  }
}
