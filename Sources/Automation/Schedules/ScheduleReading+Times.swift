import Domain
import Foundation
import Yams

/// When a schedule fires, and how what it fires goes out.
extension ScheduleReading {
  mutating func expressions(_ node: Node?) -> [CalendarExpression]? {
    guard let node else {
      note("on-calendar: is required: a list of expressions such as [Tue *-*-01..07 09:00]", at: nil)
      return nil
    }
    guard let items = node.sequence, !items.isEmpty else {
      note("on-calendar: must be a list of expressions such as [Tue *-*-01..07 09:00]", at: node)
      return nil
    }
    return items.compactMap { expression($0) }
  }

  private mutating func expression(_ node: Node) -> CalendarExpression? {
    // `node.string` is nil for a list; a scalar such as 12:00 stays as written.
    guard let scalar = node.scalar else {
      note("on-calendar: an expression is one line of text", at: node)
      return nil
    }
    do throws(CalendarExpressionError) { return try CalendarExpression(scalar.string) } catch {
      note("on-calendar: \(error.message)", at: node, offset: Self.offset(scalar, error.column))
    }
    return nil
  }

  mutating func terms(_ mapping: Node.Mapping) -> FiringTerms {
    var terms = FiringTerms()
    if let delay = span(mapping["randomized-delay"], "randomized-delay", 0...7 * 86_400) {
      terms.randomizedDelay = TimeInterval(delay)
    }
    if let cutOff = span(mapping["cut-off"], "cut-off", 60...28 * 86_400) {
      terms.cutOff = TimeInterval(cutOff)
    }
    if let node = mapping["reminder-after"], let span = span(node, "reminder-after", 86_400...28 * 86_400) {
      // At the same time of day, so in days: seven of them may have 167 hours.
      if span % 86_400 == 0 {
        terms.reminderAfter = span / 86_400
      } else {
        note("reminder-after: must be a number of whole days, such as 7 days", at: node)
      }
    }
    return terms
  }

  private mutating func span(_ node: Node?, _ key: String, _ range: ClosedRange<Int>) -> Int? {
    guard let node else { return nil }
    guard let scalar = node.scalar else {
      note("\(key): must be a time span such as 30min or 7 days", at: node)
      return nil
    }
    do throws(TimeSpanError) {
      let span = try TimeSpan(scalar.string)
      if range.contains(span.seconds) { return span.seconds }
      let (least, most) = (TimeSpan(seconds: range.lowerBound), TimeSpan(seconds: range.upperBound))
      note("\(key): must be a time span from \(least.normalized) to \(most.normalized)", at: node)
    } catch { note("\(key): \(error.message)", at: node, offset: Self.offset(scalar, error.column)) }
    return nil
  }

  /// From where a scalar begins in its file to a column of its text: a quote stands before it, unless it is plain.
  private static func offset(_ scalar: Node.Scalar, _ column: Int) -> Int {
    column - 1 + (scalar.style == .plain ? 0 : 1)
  }
}
