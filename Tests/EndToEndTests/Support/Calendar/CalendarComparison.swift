import Domain

/// Compares every expression of the sample in one zone, base after base.
struct CalendarComparison {
  private let zone: String
  private let expressions: [(text: String, parsed: CalendarExpression)]
  /// Instants found right.
  private(set) var instants = 0
  private(set) var excuses: [CalendarExcuse: Int] = [:]
  private(set) var mistakes: [String] = []

  init(zone: String) throws {
    self.zone = zone
    expressions = try CalendarSample.expressions().map { ($0, try CalendarExpression($0)) }
  }

  mutating func compare(from base: Int, count: Int) throws {
    let systemd = try SystemdCalendar(expressions.map(\.text), zone: zone, base: base, count: count)
    for (text, parsed) in expressions {
      let question = CalendarQuestion(expression: text, zone: zone, base: base, count: count)
      let verdict = try CalendarVerdict(question, parsed, systemd)
      if let mistake = verdict.mistake { mistakes.append(mistake) } else { instants += verdict.right.count }
      if let excuse = verdict.excuse { excuses[excuse, default: 0] += 1 }
    }
  }
}
