/// One part of a field's list: `5`, `5/10`, `5..20` or `5..20/10`.
struct CalendarPart: Sendable, Hashable, Comparable {
  let start: Int
  /// The last value of a range, always a whole number of steps after `start`.
  let stop: Int?
  /// The distance between values; 0 for a single value.
  let step: Int

  /// The order of a normalized list.
  static func < (left: Self, right: Self) -> Bool {
    (left.start, left.stop ?? -1, left.step) < (right.start, right.stop ?? -1, right.step)
  }

  /// The first value not below `value`, within `bounds`.
  func first(from value: Int, within bounds: ClosedRange<Int>, of unit: CalendarUnit) -> Int? {
    let span = span(within: bounds, of: unit)
    guard value > span.first else { return span.first }
    guard step > 0 else { return nil }
    let steps = (value - span.first + step - 1) / step
    let found = span.first + steps * step
    return found <= span.last ? found : nil
  }

  /// The first value and a bound for the last. Days from the end become days of the month, whose length is the
  /// upper bound: `~7..1` counted forward, so that `~03/1` is the third last day and those that follow.
  private func span(within bounds: ClosedRange<Int>, of unit: CalendarUnit) -> (first: Int, last: Int) {
    let last = stop ?? (step > 0 ? nil : start)
    guard unit == .dayFromEnd else { return (start, min(last ?? bounds.upperBound, bounds.upperBound)) }
    let length = bounds.upperBound
    guard let stop else { return (length + 1 - start, step > 0 ? length : length + 1 - start) }
    return (length + 1 - stop, length + 1 - start)
  }

  func normalized(_ unit: CalendarUnit) -> String {
    let range = unit.text(start) + (stop.map { ".." + unit.text($0) } ?? "")
    let isPlain = step == 0 || (stop != nil && step == unit.one)
    return isPlain ? range : range + "/" + unit.stepText(step)
  }
}
