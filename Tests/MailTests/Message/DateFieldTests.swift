import Foundation
import Mail
import Testing

/// `Date`, against Foundation's own calendar.
@Suite struct `Message dates` {
  private func written(_ seconds: TimeInterval) throws -> String {
    var message = MessageSamples.message()
    message.date = Date(timeIntervalSince1970: seconds)
    return try ParsedMessage(message.bytes()).value("Date")
  }

  @Test(arguments: [
    (0.0, "Thu, 01 Jan 1970 00:00:00 +0000"), (-0.5, "Wed, 31 Dec 1969 23:59:59 +0000"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"), (4_107_542_399, "Sun, 28 Feb 2100 23:59:59 +0000"),
    (-2_208_988_800, "Mon, 01 Jan 1900 00:00:00 +0000"), (253_402_300_799, "Fri, 31 Dec 9999 23:59:59 +0000"),
  ])
  func `known dates are written`(seconds: TimeInterval, text: String) throws {
    #expect(try written(seconds) == text)
  }

  @Test func `days of four centuries are the calendar's`() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    calendar.locale = Locale(identifier: "en_US_POSIX")
    for day in stride(from: -25_567, through: 120_530, by: 47) {
      let date = Date(timeIntervalSince1970: Double(day) * 86_400 + 3_661)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let words = try written(date.timeIntervalSince1970).split(separator: " ")
      #expect(Int(words[1]) == parts.day && Int(words[3]) == parts.year && words[4] == "01:01:01")
      #expect(words[2] == calendar.shortMonthSymbols[(parts.month ?? 1) - 1].prefix(3))
      #expect(words[0].dropLast() == calendar.shortWeekdaySymbols[(parts.weekday ?? 1) - 1].prefix(3))
    }
  }

  @Test(arguments: [-2_208_988_801, 253_402_300_800, Double.infinity, -Double.infinity, Double.nan])
  func `other years are refused`(seconds: TimeInterval) {
    #expect(throws: MessageError.date) { try written(seconds) }
  }
}
