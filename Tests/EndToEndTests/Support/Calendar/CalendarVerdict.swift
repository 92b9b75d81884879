import Domain

/// What is right, and how ours stands to it.
struct CalendarVerdict {
  /// systemd's answer, or where it is excused from being right, the answer by the rule.
  let right: [Int]
  let excuse: CalendarExcuse?
  /// What is wrong with ours, with the expression, zone, base and first differing instant.
  let mistake: String?

  init(_ question: CalendarQuestion, _ expression: CalendarExpression, _ systemd: SystemdCalendar) throws {
    let answer = systemd.answers[question.expression]
    let ours = try question.ours(expression)
    let form = NormalizedCalendar(expression.normalized)
    if let answer, answer.normalized != expression.normalized {
      (right, excuse) = (answer.instants, nil)
      mistake = "\(question.expression): ours is \(expression.normalized), systemd's \(answer.normalized)"
    } else if ours == answer?.instants {
      (right, excuse, mistake) = (ours, nil, nil)
    } else {
      let clock = try ZoneClock(form.zone ?? question.zone)
      let gaveUp = systemd.gaveUp(on: question.expression)
      excuse = CalendarExcuse(ours, answer?.instants, gaveUp: gaveUp, form, clock)
      right = try excuse == nil ? answer?.instants ?? [] : question.byTheRule(form)
      mistake =
        ours == right ? nil : Self.difference(question, ours, right, refused: answer == nil && !gaveUp)
    }
  }

  private static func difference(
    _ question: CalendarQuestion, _ ours: [Int], _ right: [Int], refused: Bool
  ) -> String {
    if refused { return "\(question.expression): systemd does not take it" }
    let index = zip(ours, right).prefix { $0 == $1 }.count
    let (our, their) = (ours.dropFirst(index).first, right.dropFirst(index).first)
    return "\(question): instant \(index + 1) is \(their.map(CalendarQuestion.text) ?? "never"), "
      + "ours \(our.map(CalendarQuestion.text) ?? "never")"
  }
}
