import Domain
import Testing

@Suite struct CalendarExpressionErrorTests {
  struct Mistake: Sendable {
    let text: String
    let column: Int
    let message: String

    init(_ text: String, _ column: Int, _ message: String) {
      (self.text, self.column, self.message) = (text, column, message)
    }
  }

  static let mistakes = [
    Mistake("", 1, "expected a weekday, a date, a time or a shorthand such as daily, found the end"),
    Mistake("noon", 1, "expected a weekday, a date, a time or a shorthand such as daily, found 'n'"),
    Mistake(" 10:00", 1, "expected a weekday, a date, a time or a shorthand such as daily, found ' '"),
    Mistake("Fri..Mon", 1, "the range ends before it starts"),
    Mistake("Wed,Fri..Mon 10:00", 5, "the range ends before it starts"),
    Mistake("Mon..", 6, "expected a weekday such as Mon or Monday, found the end"),
    Mistake("Mon,10:00", 5, "expected a weekday such as Mon or Monday, found '1'"),
    Mistake("Mon..Tue-Wed", 9, "expected a space after the weekdays, found '-'"),
    Mistake("*", 2, "expected '-', '~' or ':', found the end"),
    Mistake("12", 3, "expected '-', '~' or ':', found the end"),
    Mistake("*:*/2", 4, "'/' is not expected here"),
    Mistake("*-*-*10:00", 6, "'1' is not expected here"),
    Mistake("*-*-* 10", 9, "expected ':' and minutes, found the end"),
    Mistake("10:00:00 ", 9, "' ' is not expected here"),
    Mistake("*-*-*/2", 6, "'/' is not expected here"),
    Mistake("2026-01-01T00:00", 11, "'T' is not expected here"),
    Mistake("*-13-01", 3, "month 13 is not within 1..12"),
    Mistake("1969-01-01", 1, "year 1969 is not within 1970..2199"),
    Mistake("*-*~29", 5, "day from the month's end 29 is not within 1..28"),
    Mistake("1,2..24:00", 6, "hour 24 is not within 0..23"),
    Mistake("23:59:60", 7, "second 60 is not within 0..59"),
    Mistake("9..5:00", 1, "the range ends before it starts"),
    Mistake("0/0:00", 3, "a step of 0 leads nowhere"),
    Mistake("20/4:00", 4, "a step of 4 leads past the last hour"),
    Mistake("*-*~3/5", 7, "a step of 5 leads past the month's end"),
    Mistake("1.5:00", 2, "only seconds may have a fraction"),
    Mistake("0:0:5.", 7, "expected a digit after the decimal point"),
    Mistake("*:*:5..5.5", 5, "a range of less than a second needs a step, such as /0.1"),
    Mistake("99999999999999999999:00", 1, "the number is too large"),
    Mistake("@7258118400", 2, "the instant lies after the year 2199"),
    Mistake(
      "10:00 Foo/Bar", 7,
      "no time zone is called 'Foo/Bar': write UTC or an IANA name such as Australia/Sydney"),
  ]

  @Test(arguments: mistakes)
  func `names the column and the mistake`(mistake: Mistake) {
    let error = #expect(throws: CalendarExpressionError.self) { try CalendarExpression(mistake.text) }
    #expect(error?.column == mistake.column, "\(mistake.text)")
    #expect(error?.message == mistake.message, "\(mistake.text)")
    #expect(error?.description == "column \(mistake.column): \(mistake.message)")
  }

  @Test(arguments: [
    "AEST", "BST", "JST", "localtime", "GMT+10", "Z", "Etc/Unknown", "australia/sydney", "UTC+1",
  ])
  func `takes no name for a zone that IANA does not know`(name: String) {
    let error = #expect(throws: CalendarExpressionError.self) { try CalendarExpression("daily \(name)") }
    #expect(error?.column == 7)
  }

  @Test func `bounds the length of a list`() throws {
    let longest = Array(repeating: "1", count: 241).joined(separator: ",")
    #expect(try CalendarExpression("\(longest):00").normalized == "*-*-* 01:00:00")
    #expect(throws: CalendarExpressionError.self) { try CalendarExpression("\(longest),1:00") }
  }
}
