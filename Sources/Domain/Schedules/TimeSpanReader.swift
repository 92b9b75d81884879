/// Reads the parts of a time span from left to right: a number and its unit.
struct TimeSpanReader {
  private static let units = "s, min, h, d, w, month or y"
  private let characters: [Character]
  private var position = 0

  init(_ text: String) {
    characters = Array(text)
    skipBlanks()
  }

  var isAtEnd: Bool { position == characters.count }

  private var next: Character? { isAtEnd ? nil : characters[position] }

  /// One number with its unit, in seconds, and the column where it began.
  mutating func part() throws(TimeSpanError) -> (seconds: Int, column: Int) {
    let column = position + 1
    let whole = digits()
    guard !whole.isEmpty else { throw expectedNumber() }
    let decimals = try fraction()
    skipBlanks()
    let unit = try unit()
    skipBlanks()
    return (try Self.seconds(whole, decimals, unit, at: column), column)
  }

  /// The decimals after a point, at most six; none where there is no point.
  private mutating func fraction() throws(TimeSpanError) -> String {
    guard next == "." else { return "" }
    position += 1
    let column = position + 1
    let decimals = digits()
    guard !decimals.isEmpty else { throw expectedNumber() }
    guard decimals.count <= 6 else { throw TimeSpanError(column: column, message: "at most six decimals") }
    return decimals
  }

  private mutating func unit() throws(TimeSpanError) -> TimeSpanUnit {
    let start = position
    let name = taking(while: { $0.isLetter })
    if name.isEmpty { return .second }
    if let unit = TimeSpanUnit(named: name) { return unit }
    let small = ["ms", "msec", "us", "usec", "µs", "μs"].contains(name)
    throw TimeSpanError(
      column: start + 1,
      message: small
        ? "'\(name)' is less than a second: write \(Self.units)"
        : "no unit is called '\(name)': write \(Self.units)")
  }

  /// Whole and decimals times the unit, in integers, so that nothing is rounded.
  private static func seconds(
    _ whole: String, _ decimals: String, _ unit: TimeSpanUnit, at column: Int
  ) throws(TimeSpanError) -> Int {
    guard let count = Int(whole), count <= TimeSpan.longest / unit.seconds else { throw tooLong(at: column) }
    let scale = decimals.reduce(1) { scale, _ in scale * 10 }
    let (rest, remainder) = ((Int(decimals) ?? 0) * unit.seconds).quotientAndRemainder(dividingBy: scale)
    guard remainder == 0 else {
      throw TimeSpanError(column: column, message: "this does not come to whole seconds")
    }
    return count * unit.seconds + rest
  }

  static func tooLong(at column: Int) -> TimeSpanError {
    TimeSpanError(column: column, message: "the span is longer than 584542 years")
  }

  private func expectedNumber() -> TimeSpanError {
    let found = next.map { "'\($0)'" } ?? "the end"
    return TimeSpanError(
      column: position + 1, message: "expected a number such as 7 in '7 days', found \(found)")
  }

  private mutating func digits() -> String { taking(while: { $0.isASCII && $0.isNumber }) }

  private mutating func skipBlanks() { _ = taking(while: { [" ", "\t", "\n", "\r"].contains($0) }) }

  private mutating func taking(while isWanted: (Character) -> Bool) -> String {
    let taken = characters[position...].prefix(while: isWanted)
    position += taken.count
    return String(taken)
  }
}
