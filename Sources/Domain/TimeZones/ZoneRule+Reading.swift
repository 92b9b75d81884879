extension ZoneRule {
  /// Reads the last line of a file; an empty one is no rule.
  static func read(_ line: ArraySlice<UInt8>) throws(ZoneFileError) -> ZoneRule? {
    guard !line.isEmpty else { return nil }
    var text = ZoneRuleText(line)
    guard let rule = text.rule(), text.isAtEnd else {
      let printable = line.filter { (0x20...0x7E).contains($0) }
      throw .rule(String(decoding: printable.prefix(80), as: UTF8.self))
    }
    return rule
  }
}

/// The letters of a rule, read from the front. Every part is nil when the letters are not one; what was read
/// before is then lost, as the whole rule is.
private struct ZoneRuleText {
  private var rest: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) { rest = line }

  var isAtEnd: Bool { rest.isEmpty }

  /// `AEST-10AEDT,M10.1.0,M4.1.0/3`. RFC 9636 wants the dates where POSIX lets them be left out.
  mutating func rule() -> ZoneRule? {
    guard name(), let west = time(hours: 0...24) else { return nil }
    guard !isAtEnd else { return ZoneRule(standard: -west, saving: nil) }
    guard name() else { return nil }
    var offset = 3600 - west
    if rest.first != UInt8(ascii: ",") {
      guard let west = time(hours: 0...24) else { return nil }
      offset = -west
    }
    guard take(","), let start = moment(), take(","), let end = moment() else { return nil }
    return ZoneRule(standard: -west, saving: ZoneRule.Saving(offset: offset, start: start, end: end))
  }

  /// Three letters or more, or `<+1030>`.
  private mutating func name() -> Bool {
    let quoted = take("<")
    let name = rest.prefix { byte in
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"): true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"): quoted
      default: false
      }
    }
    rest = rest.dropFirst(name.count)
    return name.count >= 3 && (!quoted || take(">"))
  }

  /// Day and, after a slash, time; two o'clock without it.
  private mutating func moment() -> ZoneRuleMoment? {
    guard let day = day() else { return nil }
    guard take("/") else { return ZoneRuleMoment(day: day, time: 2 * 3600) }
    return time(hours: 0...167).map { ZoneRuleMoment(day: day, time: $0) }
  }

  private mutating func day() -> ZoneRuleMoment.Day? {
    if take("J") { return number(1...365).map { .ofCommonYear($0) } }
    guard take("M") else { return number(0...365).map { .ofYear($0) } }
    guard let month = number(1...12), take("."), let week = number(1...5), take("."),
      let weekday = number(0...6)
    else { return nil }
    return .weekday(month: month, week: week, weekday: weekday)
  }

  /// `[+-]h[:mm[:ss]]` in seconds.
  private mutating func time(hours: ClosedRange<Int>) -> Int? {
    let negative = take("-")
    if !negative { _ = take("+") }
    guard let hours = number(hours) else { return nil }
    var seconds = hours * 3600
    for unit in [60, 1] where take(":") {
      guard let count = number(0...59) else { return nil }
      seconds += count * unit
    }
    return negative ? -seconds : seconds
  }

  /// One to three digits.
  private mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    guard (1...3).contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    let number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    return range.contains(number) ? number : nil
  }

  private mutating func take(_ letter: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: letter) else { return false }
    rest = rest.dropFirst()
    return true
  }
}
