import Foundation

/// What a press of a waiting-period button means.
///
/// Mail scanners open links and some submit forms, so an answer that contradicts another to the same email within ten
/// minutes counts for neither, unless it was made through the result page of the first.
public enum AnswerDecision {
  /// Ten minutes, in seconds.
  public static let contestWindow: TimeInterval = 600

  /// What stands when the button is pressed.
  public struct Facts: Sendable, Hashable {
    /// Whose button was pressed.
    public var email: OutboxEntry.ID
    /// Whom the email asked.
    public var practitioner: Practitioner
    /// What their listing says of their wait.
    public var wait: StatedWait?
    /// What was answered to it so far.
    public var answer: WaitAnswer?

    /// The email, whom it asked, what their listing says, and what was answered so far.
    public init(email: OutboxEntry.ID, practitioner: Practitioner, wait: StatedWait?, answer: WaitAnswer?) {
      self.email = email
      self.practitioner = practitioner
      self.wait = wait
      self.answer = answer
    }
  }

  /// Which page the press came from.
  public enum Origin: Sendable, Hashable {
    /// The page a link of the email shows.
    case link
    /// The confirming page of a contested email, where the choice was made by hand.
    case confirmingPage
    /// The result page of an earlier answer, in the browser that made it.
    case resultPage
  }

  /// What the one who pressed is told.
  public enum Outcome: Sendable, Hashable {
    /// It stands; the browser may undo it. A contested email earns no known browser.
    case recorded(WaitingPeriod, earnsBrowser: Bool)
    /// Two answers contradicted each other: the earlier state stands, and a choice by hand is asked for.
    case contested
    /// What stood before stands again.
    case undone
    /// There was nothing to undo.
    case nothingToUndo
    /// The practitioner takes no part at present.
    case notTakingPart
  }

  /// Decides a press.
  public static func press(
    _ period: WaitingPeriod, from origin: Origin, facts: Facts?, event: Identifier<WaitEvent>, now: Date
  ) -> Decision<Outcome> {
    guard let facts, facts.practitioner.takesPart else { return Decision(.notTakingPart) }
    guard let answer = facts.answer else {
      return record(period, facts: facts, before: facts.wait, event: event, now: now)
    }
    if answer.isContested {
      guard origin != .link else { return Decision(.contested) }
      return record(period, facts: facts, before: facts.wait, event: event, now: now)
    }
    let isRecent = now.timeIntervalSince(answer.at) <= contestWindow
    // Something said since by other means is newer, and nothing of this email's answer stands any more.
    let stands =
      answer.period != nil && facts.wait?.confirmedAt == answer.at && facts.wait?.period == answer.period
    if isRecent, stands, answer.period == period { return Decision(.recorded(period, earnsBrowser: true)) }
    if isRecent, let said = answer.period, said != period, origin != .resultPage {
      return contest(answer, facts: facts, event: event, now: now)
    }
    let before = isRecent && stands ? answer.before : facts.wait
    return record(period, facts: facts, before: before, event: event, now: now)
  }

  /// Takes back the answer to an email. The caller has shown that the browser which pressed asks for it.
  public static func undo(facts: Facts?, event: Identifier<WaitEvent>, now: Date) -> Decision<Outcome> {
    guard let facts, facts.practitioner.takesPart else { return Decision(.notTakingPart) }
    // Something said since by other means is newer than the answer, and stays.
    guard var answer = facts.answer, let period = answer.period, let wait = facts.wait,
      wait.period == period, wait.confirmedAt == answer.at
    else { return Decision(.nothingToUndo) }
    answer.period = nil
    let line = WaitEvent(id: event, kind: .undone, at: now, means: .email, email: facts.email)
    return Decision(
      .undone, changes: [.waitSaid(facts.practitioner.id, answer.before, line), .answered(answer)])
  }

  private static func record(
    _ period: WaitingPeriod, facts: Facts, before: StatedWait?, event: Identifier<WaitEvent>, now: Date
  ) -> Decision<Outcome> {
    let now = now.inMilliseconds
    let said = StatedWait(period, confirmedAt: now, means: .email)
    let line = WaitEvent(id: event, kind: .said, at: now, means: .email, email: facts.email)
    let answer = WaitAnswer(
      email: facts.email, practitioner: facts.practitioner.id, period: period, at: now, before: before,
      contestedAt: facts.answer?.contestedAt)
    return Decision(
      .recorded(period, earnsBrowser: !answer.isContested),
      changes: [.waitSaid(facts.practitioner.id, said, line), .answered(answer)])
  }

  private static func contest(
    _ answer: WaitAnswer, facts: Facts, event: Identifier<WaitEvent>, now: Date
  ) -> Decision<Outcome> {
    let now = now.inMilliseconds
    var contested = answer
    contested.contestedAt = now
    contested.period = nil
    let line = WaitEvent(id: event, kind: .contested, at: now, means: .email, email: facts.email)
    // What was said since by other means is not the first answer's to take back.
    let stands = facts.wait?.confirmedAt == answer.at ? answer.before : facts.wait
    return Decision(
      .contested, changes: [.waitSaid(facts.practitioner.id, stands, line), .answered(contested)])
  }
}
