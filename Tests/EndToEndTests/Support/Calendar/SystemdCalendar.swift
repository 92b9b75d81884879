import Foundation

/// What `systemd-analyze calendar` says.
struct SystemdCalendar {
  struct Answer {
    var normalized = ""
    /// Seconds since 1970, fractions cut off. Fewer than asked for where there are no more.
    var instants: [Int] = []
  }

  private(set) var answers: [String: Answer] = [:]
  private let errors: String

  /// Asks for the first `count` instants of each expression after `base`.
  init(_ expressions: [String], zone: String, base: Int, count: Int) throws {
    let printed = try SystemdAnalyze.run(
      ["calendar", "--iterations=\(count)", "--base-time=@\(base)", "--"] + expressions, zone: zone)
    errors = printed.errors
    answers.reserveCapacity(expressions.count)
    read(printed.output)
  }

  /// Whether systemd took an expression and then found no next instant in a thousand steps.
  func gaveUp(on expression: String) -> Bool {
    errors.contains("Failed to determine next elapse for '\(expression)': Resource deadlock avoided")
  }

  /// A blank line ends an answer. What is not in UTC is said again in UTC on the next line.
  ///
  /// It reads bytes in place, because a run of the whole comparison prints some 400 MB.
  private mutating func read(_ output: Data) {
    var expression: String?
    var answer = Answer()
    CalendarLine.each(of: output) { line in
      switch line.label {
      case .original: expression = line.text
      case .normalized: answer.normalized = line.text
      case .instant where line.isInUTC: answer.instants.append(line.instant)
      case .end:
        keep(answer, of: expression)
        (expression, answer) = (nil, Answer())
      case .instant, .other: break
      }
    }
    keep(answer, of: expression)
  }

  /// An expression that is in its normalized form is not repeated.
  private mutating func keep(_ answer: Answer, of expression: String?) {
    if !answer.normalized.isEmpty { answers[expression ?? answer.normalized] = answer }
  }
}
