/// An expression without its zone: weekdays, date and time, a shorthand, or `@` and seconds since 1970.
struct CalendarTimestamp {
  private(set) var fields = CalendarFields()
  /// Whether it was written `@…`, which is in UTC by definition.
  private(set) var isInstant = false

  private var scanner: CalendarScanner

  init(_ text: String) throws(CalendarExpressionError) {
    scanner = CalendarScanner(CalendarShorthand.expansion(of: text) ?? text)
    fields.weekdays = try WeekdaySet(&scanner)
    let namesDays = scanner.column > 1
    if scanner.take("@") {
      try readInstant()
    } else if !scanner.isAtEnd || !namesDays {
      try readDateOrTime()
    }
    guard scanner.isAtEnd else { throw scanner.misplaced() }
  }

  /// The first field is a year, a month or an hour, by what follows it.
  private mutating func readDateOrTime() throws(CalendarExpressionError) {
    guard let next = scanner.next, next.isASCII, next.isNumber || next == "*" else {
      throw scanner.unexpected("a weekday, a date, a time or a shorthand such as daily")
    }
    let first = try WrittenField(&scanner)
    if scanner.next == ":" { return try readTime(hour: first) }
    try readDate(first)
    guard scanner.isAtEnd || scanner.next == " " else { throw scanner.misplaced() }
    scanner.skipSpaces()
    if !scanner.isAtEnd { try readTime(hour: try WrittenField(&scanner)) }
  }

  /// `year-month-day`, `month-day`, and both with `~` before a day that is counted from the month's end.
  private mutating func readDate(_ first: WrittenField) throws(CalendarExpressionError) {
    if scanner.take("~") { return try setDate(nil, first, .dayFromEnd, try WrittenField(&scanner)) }
    guard scanner.take("-") else { throw scanner.unexpected("'-', '~' or ':'") }
    let second = try WrittenField(&scanner)
    if scanner.take("~") { return try setDate(first, second, .dayFromEnd, try WrittenField(&scanner)) }
    if scanner.take("-") { return try setDate(first, second, .day, try WrittenField(&scanner)) }
    try setDate(nil, first, .day, second)
  }

  private mutating func setDate(
    _ year: WrittenField?, _ month: WrittenField, _ unit: CalendarUnit, _ day: WrittenField
  ) throws(CalendarExpressionError) {
    if let year { fields.year = try CalendarField(.year, year) }
    fields.month = try CalendarField(.month, month)
    fields.day = try CalendarField(unit, day)
  }

  private mutating func readTime(hour: WrittenField) throws(CalendarExpressionError) {
    guard scanner.take(":") else { throw scanner.unexpected("':' and minutes") }
    fields.hour = try CalendarField(.hour, hour)
    fields.minute = try CalendarField(.minute, try WrittenField(&scanner))
    guard scanner.take(":") else { return }
    fields.second = try CalendarField(.second, try WrittenField(&scanner, unit: CalendarUnit.second.one))
  }

  private mutating func readInstant() throws(CalendarExpressionError) {
    let column = scanner.column
    let seconds = try scanner.number(unit: 1)
    let date = CivilDate(daysSince1970: seconds / 86_400)
    guard CalendarUnit.year.bounds.contains(date.year) else {
      throw scanner.failure("the instant lies after the year 2199", at: column)
    }
    isInstant = true
    fields.year = CalendarField(.year, date.year)
    fields.month = CalendarField(.month, date.month)
    fields.day = CalendarField(.day, date.day)
    fields.hour = CalendarField(.hour, seconds / 3600 % 24)
    fields.minute = CalendarField(.minute, seconds / 60 % 60)
    fields.second = CalendarField(.second, seconds % 60 * CalendarUnit.second.one)
  }
}
