import Domain
import Foundation

/// When an expression fires in a zone after a base, in seconds since 1970, fractions of a second cut off.
struct CalendarQuestion: CustomStringConvertible {
  let expression: String
  let zone: String
  let base: Int
  let count: Int

  var description: String { "\(expression) in \(zone) after \(Self.text(base))" }

  static func text(_ instant: Int) -> String {
    Date(timeIntervalSince1970: Double(instant)).formatted(.iso8601)
  }

  /// Our answer.
  func ours(_ expression: CalendarExpression) throws -> [Int] {
    let zone = try ZoneClock(zone).zone
    var date = Date(timeIntervalSince1970: Double(base))
    var instants: [Int] = []
    while instants.count < count, let next = expression.next(after: date, in: zone) {
      instants.append(Int(next.timeIntervalSince1970.rounded(.down)))
      date = next
    }
    return instants
  }

  /// The answer by the rule: systemd says the local times, asked in UTC where no clocks change and with the end of every
  /// step written out; one that happens twice fires at the first, one that does not exist is skipped.
  func byTheRule(_ form: NormalizedCalendar) throws -> [Int] {
    let clock = try ZoneClock(form.zone ?? zone)
    var asked = count + 50
    while true {
      let systemd = try SystemdCalendar(
        [form.withEnds], zone: "UTC", base: clock.local(at: base), count: asked)
      guard let locals = systemd.answers[form.withEnds]?.instants else {
        throw NoAnswer(expression: form.withEnds)
      }
      let instants = locals.compactMap(clock.first(showing:)).filter { $0 > base }
      if instants.count >= count || locals.count < asked { return Array(instants.prefix(count)) }
      // What fires every second has 3,600 times in an hour that is skipped.
      asked *= 20
    }
  }

  /// systemd did not take an expression that it had normalized itself, or gave up on it even in UTC.
  struct NoAnswer: Error { let expression: String }
}
