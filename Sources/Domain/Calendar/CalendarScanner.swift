/// Reads a text from left to right and knows the column it has come to.
struct CalendarScanner {
  private let characters: [Character]
  private var position = 0

  init(_ text: String) { characters = Array(text) }

  /// The 1-based column of the next character.
  var column: Int { position + 1 }

  var isAtEnd: Bool { position == characters.count }

  var next: Character? { isAtEnd ? nil : characters[position] }

  private var digit: Int? {
    guard let next, next.isASCII else { return nil }
    return next.wholeNumberValue
  }

  /// Steps over `text` if it comes next.
  mutating func take(_ text: String) -> Bool {
    guard characters[position...].starts(with: text) else { return false }
    position += text.count
    return true
  }

  mutating func skipSpaces() {
    while take(" ") {}
  }

  /// The ASCII letters that come next, in lower case.
  mutating func word() -> String {
    let letters = characters[position...].prefix { $0.isASCII && $0.isLetter }
    position += letters.count
    return String(letters).lowercased()
  }

  /// Goes back to `column`, for a reader that found something other than it looked for.
  mutating func back(to column: Int) { position = min(column, self.column) - 1 }

  /// Digits, as a number of `unit`s: 1, or 1,000,000 for seconds counted in microseconds. Only the latter may have
  /// a decimal fraction, which is rounded to six places by its seventh digit.
  mutating func number(unit: Int) throws(CalendarExpressionError) -> Int {
    var value = try digits() * unit
    guard next == ".", characters.dropFirst(position + 1).first != "." else { return value }
    guard unit > 1 else { throw failure("only seconds may have a fraction") }
    position += 1
    guard digit != nil else { throw failure("expected a digit after the decimal point") }
    var place = unit / 10
    while let digit {
      value += place > 0 ? digit * place : 0
      if place == 0 {
        value += digit >= 5 ? 1 : 0
        while self.digit != nil { position += 1 }
        break
      }
      place /= 10
      position += 1
    }
    return value
  }

  private mutating func digits() throws(CalendarExpressionError) -> Int {
    let start = column
    var value = 0
    while let digit {
      value = value * 10 + digit
      // Room for seconds since 1970 up to 2199, and far from where a count of microseconds overflows.
      if value > 99_999_999_999 { throw failure("the number is too large", at: start) }
      position += 1
    }
    guard column > start else { throw unexpected("a number") }
    return value
  }

  func failure(_ message: String, at column: Int? = nil) -> CalendarExpressionError {
    CalendarExpressionError(column: column ?? self.column, message: message)
  }

  /// What to say when the expression should have ended, or a space should have followed.
  func misplaced() -> CalendarExpressionError {
    failure("\(next.map { "'\($0)'" } ?? "the end") is not expected here")
  }

  /// What to say when `wanted` does not come next.
  func unexpected(_ wanted: String) -> CalendarExpressionError {
    failure("expected \(wanted), found \(next.map { "'\($0)'" } ?? "the end")")
  }
}
