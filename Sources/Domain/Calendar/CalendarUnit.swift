/// What a field of an expression counts, and within which bounds.
enum CalendarUnit: String, Sendable {
  case year, month, day, hour, minute, second
  /// Days counted from the month's end, written `~`: 1 is the last day.
  case dayFromEnd = "day from the month's end"

  /// The values a field may name. 28 days from the end exist in every month.
  var bounds: ClosedRange<Int> {
    switch self {
    case .year: 1970...2199
    case .month: 1...12
    case .day: 1...31
    case .dayFromEnd: 1...28
    case .hour: 0...23
    case .minute: 0...59
    case .second: 0...59_999_999
    }
  }

  /// The step of a range that names none. Seconds are counted in microseconds.
  var one: Int { self == .second ? 1_000_000 : 1 }

  /// A value as the normalized form writes it: two digits at least, and six decimals for a fraction of a second.
  func text(_ value: Int) -> String {
    let whole = value / one
    return (whole < 10 ? "0" : "") + stepText(value)
  }

  /// A step as the normalized form writes it: as ``text(_:)``, without a leading zero.
  func stepText(_ step: Int) -> String {
    let (whole, fraction) = step.quotientAndRemainder(dividingBy: one)
    guard fraction > 0 else { return "\(whole)" }
    return "\(whole)." + "\(one + fraction)".dropFirst()
  }
}
