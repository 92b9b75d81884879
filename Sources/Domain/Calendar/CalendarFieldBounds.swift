extension CalendarField {
  /// Holds what was written against the bounds of what it turned out to count.
  init(_ unit: CalendarUnit, _ written: WrittenField) throws(CalendarExpressionError) {
    var parts: [CalendarPart] = []
    for part in written.parts { parts.append(try Self.part(part, unit)) }
    self.init(unit, parts)
  }

  private static func part(
    _ written: WrittenField.Part, _ unit: CalendarUnit
  ) throws(CalendarExpressionError) -> CalendarPart {
    let start = try value(written.start, unit)
    if let step = written.step, step.value == 0 { throw failure("a step of 0 leads nowhere", step) }
    guard let stop = written.stop else {
      let step = try step(from: start, written.step, unit)
      return CalendarPart(start: start, stop: nil, step: step)
    }
    return try range(from: start, to: try value(stop, unit), written, unit)
  }

  private static func range(
    from start: Int, to stop: Int, _ written: WrittenField.Part, _ unit: CalendarUnit
  ) throws(CalendarExpressionError) -> CalendarPart {
    guard start <= stop else { throw failure("the range ends before it starts", written.start) }
    if unit == .second, written.step == nil, stop - start < unit.one {
      throw failure("a range of less than a second needs a step, such as /0.1", written.start)
    }
    let step = written.step?.value ?? unit.one
    let last = stop - (stop - start) % step
    return last == start
      ? CalendarPart(start: start, stop: nil, step: 0) : CalendarPart(start: start, stop: last, step: step)
  }

  /// A step that goes nowhere within the bounds is taken for a mistake, as systemd takes it.
  private static func step(
    from start: Int, _ written: WrittenField.Number?, _ unit: CalendarUnit
  ) throws(CalendarExpressionError) -> Int {
    guard let written else { return 0 }
    let reached = unit == .dayFromEnd ? start - written.value : start + written.value
    guard unit.bounds.contains(reached) else {
      let end = unit == .dayFromEnd ? "the month's end" : "the last \(unit.rawValue)"
      throw failure("a step of \(unit.stepText(written.value)) leads past \(end)", written)
    }
    return written.value
  }

  private static func value(
    _ written: WrittenField.Number, _ unit: CalendarUnit
  ) throws(CalendarExpressionError) -> Int {
    let value = unit == .year ? fullYear(written.value) : written.value
    guard unit.bounds.contains(value) else {
      let bounds = "\(unit.bounds.lowerBound / unit.one)..\(unit.bounds.upperBound / unit.one)"
      throw failure("\(unit.rawValue) \(unit.stepText(value)) is not within \(bounds)", written)
    }
    return value
  }

  /// Years of two digits are those from 1970 to 2069.
  private static func fullYear(_ year: Int) -> Int {
    switch year {
    case ..<70: year + 2000
    case ..<100: year + 1900
    default: year
    }
  }

  private static func failure(
    _ message: String, _ number: WrittenField.Number
  ) -> CalendarExpressionError {
    CalendarExpressionError(column: number.column, message: message)
  }
}
