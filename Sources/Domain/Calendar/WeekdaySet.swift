/// Days of the week, as a set; Monday is 0.
struct WeekdaySet: Sendable, Hashable {
  private var bits: UInt8

  static let all = WeekdaySet(bits: 0b111_1111)

  private static let names = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  private init(bits: UInt8) { self.bits = bits }

  func contains(_ weekday: Int) -> Bool { bits & (1 << weekday) != 0 }

  /// Reads days and ranges joined by commas, and the spaces that follow them; all days when none is written.
  init(_ scanner: inout CalendarScanner) throws(CalendarExpressionError) {
    self = .all
    var column = scanner.column
    guard var first = Self.day(&scanner) else { return }
    bits = 0
    while true {
      var last = first
      if scanner.take("..") || scanner.take("-") { last = try Self.expectedDay(&scanner) }
      guard first <= last else { throw scanner.failure("the range ends before it starts", at: column) }
      for day in first...last { bits |= 1 << day }
      // systemd allows a comma before the space: `Wed, 17:48`.
      guard scanner.take(","), !scanner.isAtEnd, scanner.next != " " else { break }
      column = scanner.column
      first = try Self.expectedDay(&scanner)
    }
    guard scanner.isAtEnd || scanner.next == " " else {
      throw scanner.unexpected("a space after the weekdays")
    }
    scanner.skipSpaces()
  }

  /// The day whose short or long name comes next, in any case.
  private static func day(_ scanner: inout CalendarScanner) -> Int? {
    let column = scanner.column
    let word = scanner.word()
    let day = names.firstIndex { $0.lowercased() == word || $0.prefix(3).lowercased() == word }
    if day == nil { scanner.back(to: column) }
    return day
  }

  private static func expectedDay(_ scanner: inout CalendarScanner) throws(CalendarExpressionError) -> Int {
    guard let day = day(&scanner) else { throw scanner.unexpected("a weekday such as Mon or Monday") }
    return day
  }

  /// `Mon..Thu,Sat,Sun`: three days or more in a row make a range. Empty when it holds every day.
  var normalized: String {
    guard self != .all else { return "" }
    let days = (0..<7).filter(contains)
    let runs = days.filter { !contains($0 - 1) || $0 == 0 }.map { first in
      first...(days.first { $0 >= first && ($0 == 6 || !contains($0 + 1)) } ?? first)
    }
    return runs.map(Self.text).joined(separator: ",")
  }

  private static func text(_ run: ClosedRange<Int>) -> String {
    let days = run.map { names[$0].prefix(3) }
    return days.count > 2 ? "\(days[0])..\(days[days.count - 1])" : days.joined(separator: ",")
  }
}
