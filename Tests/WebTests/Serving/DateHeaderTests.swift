import Foundation
import Testing

@testable import Web

struct DateHeaderTests {
  /// The first is RFC 9110's own example.
  @Test(arguments: [
    (784_111_777.9, "Sun, 06 Nov 1994 08:49:37 GMT"), (0, "Thu, 01 Jan 1970 00:00:00 GMT"),
    (951_782_399.999, "Mon, 28 Feb 2000 23:59:59 GMT"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"),
    (1_798_761_599, "Thu, 31 Dec 2026 23:59:59 GMT"),
  ])
  func `a moment is written as RFC 9110 says`(seconds: TimeInterval, text: String) {
    #expect(DateHeader().text(at: Date(timeIntervalSince1970: seconds)) == text)
  }

  @Test func `the same header follows the clock, also when it is set back`() {
    let header = DateHeader()
    for second in [10.0, 10.5, 11, 3_600, 10] {
      let moment = Date(timeIntervalSince1970: second)
      #expect(header.text(at: moment) == DateHeader().text(at: moment))
    }
  }

  @Test func `agrees with Foundation on every day of forty years`() {
    let format = Date.VerbatimFormatStyle(
      format: """
        \(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .padded(4)) \
        \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
        \(second: .twoDigits) GMT
        """,
      locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
    let header = DateHeader()
    for day in 0..<14_610 {
      let moment = Date(timeIntervalSince1970: 1_700_000_000 + TimeInterval(day) * 86_477)
      #expect(header.text(at: moment) == format.format(moment))
    }
  }
}
