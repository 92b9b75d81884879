/// The values at which one component of a date or time fires.
struct CalendarField: Sendable, Hashable {
  let unit: CalendarUnit
  /// In normalized order, each once. Empty means every value, written `*`.
  let parts: [CalendarPart]

  init(_ unit: CalendarUnit, _ parts: [CalendarPart] = []) {
    // `0/1` is how every second is written out: what else the list says is said already.
    let everySecond = CalendarPart(start: 0, stop: nil, step: CalendarUnit.second.one)
    let isEvery = parts.isEmpty || (unit == .second && parts.contains(everySecond))
    self.parts = isEvery ? [] : Set(parts).sorted()
    self.unit = isEvery && unit == .dayFromEnd ? .day : unit
  }

  /// A field of a single value.
  init(_ unit: CalendarUnit, _ value: Int) {
    self.init(unit, [CalendarPart(start: value, stop: nil, step: 0)])
  }

  /// The first value not below `value`; for days, `last` is the last day of the month in question.
  func first(from value: Int, last: Int? = nil) -> Int? {
    let bounds = unit.bounds.lowerBound...(last ?? unit.bounds.upperBound)
    guard value <= bounds.upperBound else { return nil }
    guard !parts.isEmpty else { return nextOfAll(from: value, within: bounds) }
    return parts.compactMap { $0.first(from: value, within: bounds, of: unit) }
      .filter { $0 <= bounds.upperBound }.min()
  }

  /// `*` is every whole unit: a second, not a microsecond.
  private func nextOfAll(from value: Int, within bounds: ClosedRange<Int>) -> Int? {
    let whole = (max(value, bounds.lowerBound) + unit.one - 1) / unit.one * unit.one
    return whole <= bounds.upperBound ? whole : nil
  }

  var normalized: String {
    parts.isEmpty ? "*" : parts.map { $0.normalized(unit) }.joined(separator: ",")
  }
}
