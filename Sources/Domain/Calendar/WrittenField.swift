/// A field as it is written, before what follows tells whether it counts years, months or hours.
struct WrittenField {
  struct Number {
    let value: Int
    let column: Int
  }

  struct Part {
    let start: Number
    var stop: Number?
    var step: Number?
  }

  /// systemd's bound on the length of a list.
  static let longestList = 241

  /// Empty for `*`.
  private(set) var parts: [Part] = []

  /// Reads `*` or a list of values, ranges and steps; `unit` is as in ``CalendarScanner/number(unit:)``.
  init(_ scanner: inout CalendarScanner, unit: Int = 1) throws(CalendarExpressionError) {
    if scanner.take("*") { return }
    repeat {
      guard parts.count < Self.longestList else {
        throw scanner.failure("a list has at most \(Self.longestList) parts")
      }
      parts.append(try Self.part(&scanner, unit))
    } while scanner.take(",")
  }

  private static func part(
    _ scanner: inout CalendarScanner, _ unit: Int
  ) throws(CalendarExpressionError) -> Part {
    var part = Part(start: try number(&scanner, unit))
    if scanner.take("..") { part.stop = try number(&scanner, unit) }
    if scanner.take("/") { part.step = try number(&scanner, unit) }
    return part
  }

  private static func number(
    _ scanner: inout CalendarScanner, _ unit: Int
  ) throws(CalendarExpressionError) -> Number {
    let column = scanner.column
    return Number(value: try scanner.number(unit: unit), column: column)
  }
}
