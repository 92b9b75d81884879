import Foundation
import Testing

@testable import Domain

@Suite struct `When a digest is due` {
  private static let zones = [
    "Australia/Sydney", "Australia/Lord_Howe", "Australia/Eucla",
  ]

  static func schedule(_ times: String = "*-*-* 05..21:00") throws -> Schedule {
    Schedule(
      name: "digest", emails: .digest, onCalendar: [try CalendarExpression(times)], zone: .recipient,
      terms: FiringTerms(cutOff: 2 * Sample.day))
  }

  @Test(arguments: [
    ("Australia/Sydney", DigestFrequency.weekly, "2026-11-29T20:00:00Z", "2026-12-06T20:00:00Z"),
    ("Australia/Perth", .weekly, "2026-11-29T23:00:00Z", "2026-12-06T23:00:00Z"),
    ("Australia/Sydney", .fortnightly, "2026-12-06T20:00:00Z", "2026-12-20T20:00:00Z"),
    ("Australia/Sydney", .monthly, "2026-12-06T20:00:00Z", "2027-01-03T20:00:00Z"),
  ])
  func `it is Monday at seven by the member's clock`(
    zone: String, frequency: DigestFrequency, first: String, second: String
  ) throws {
    let times = DigestTimes(
      schedule: try Self.schedule(), preferences: EmailPreferences(digests: frequency),
      zone: try Sample.zone(zone))
    let next = try #require(times.next(after: Sample.now))
    #expect(next == (try Sample.date(first)))
    #expect(times.next(after: next) == (try Sample.date(second)))
  }

  /// Seven months of quarters of an hour, one by one, against a walk from one time to the next.
  @Test(arguments: zones)
  func `is what a walk through all hours finds, through every change of the clocks`(name: String) throws {
    let (zone, end) = (try Sample.zone(name), Sample.now + 210 * Sample.day)
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = zone
    let first = Date(
      timeIntervalSince1970: (Sample.now.timeIntervalSince1970 / 900).rounded(.up) * 900)
    for (frequency, day, hour) in [
      (DigestFrequency.weekly, Weekday.sunday, 5), (.fortnightly, .thursday, 21), (.monthly, .monday, 7),
    ] {
      let times = DigestTimes(
        schedule: try Self.schedule(),
        preferences: EmailPreferences(digests: frequency, digestDay: day, digestHour: hour), zone: zone)
      let walked = Array(
        sequence(first: Sample.now) { times.next(after: $0) }.dropFirst().prefix { $0 <= end })
      let naive = stride(from: first, through: end, by: 900).filter {
        Self.isChosen($0, frequency, day, hour, calendar)
      }
      #expect(walked == naive, "\(frequency) \(day) \(hour)")
    }
  }

  private static func isChosen(
    _ date: Date, _ frequency: DigestFrequency, _ day: Weekday, _ hour: Int, _ calendar: Calendar
  ) -> Bool {
    let parts = calendar.dateComponents([.weekday, .day, .hour, .minute], from: date)
    guard parts.hour == hour, parts.minute == 0, ((parts.weekday ?? 0) + 5) % 7 == day.rawValue else {
      return false
    }
    switch frequency {
    case .weekly: return true
    case .monthly: return (parts.day ?? 0) <= 7
    case .fortnightly:
      // Weeks from Monday, 5 January 1970, on.
      let number = LocalDay(date, in: calendar.timeZone).number - 4
      return number / 7 % 2 == 0
    }
  }

  @Test func `with other times of the schedule it is the first of them from the chosen hour on`() throws {
    let times = DigestTimes(
      schedule: try Self.schedule("Wed *-*-* 12:00"), preferences: EmailPreferences(), zone: Sample.sydney)
    #expect(times.next(after: Sample.now) == (try Sample.date("2026-11-25T01:00:00Z")))
    let never = DigestTimes(
      schedule: try Self.schedule("2020-01-01"), preferences: EmailPreferences(), zone: Sample.sydney)
    #expect(never.next(after: Sample.now) == nil)
  }

  @Test func `the second of one day does not count`() throws {
    let times = DigestTimes(
      schedule: try Self.schedule(), preferences: EmailPreferences(), zone: Sample.perth)
    let monday = try Sample.date("2026-11-29T23:00:00Z")
    let day = LocalDay(monday, in: Sample.perth)
    #expect(times.next(after: Sample.now, laterThan: day) == monday + 7 * Sample.day)
  }
}
