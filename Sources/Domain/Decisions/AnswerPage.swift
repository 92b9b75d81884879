import Foundation

/// Which page a link of a waiting-period email shows. Read only: a GET changes nothing.
public enum AnswerPage: Hashable, Sendable {
  /// One press confirms; in a known browser the page submits itself.
  case ask(submitsItself: Bool)
  /// A choice by hand: two answers contradicted each other.
  case confirm
  /// The answer made in this browser, with undo and change.
  case result(WaitingPeriod)
  /// The practitioner takes no part at present.
  case notTakingPart

  /// Decides by the facts and by what the browser's cookie shows.
  ///
  /// - Parameters:
  ///   - isLatest: whether this is the last waiting-period email to the practitioner.
  ///   - contested: which of the emails pressed in this browser were contested.
  public static func decide(
    facts: AnswerDecision.Facts?, choice: WaitingPeriod, browser: BrowserKnowledge, isLatest: Bool,
    contested: Set<OutboxEntry.ID>, now: Date
  ) -> AnswerPage {
    guard let facts, facts.practitioner.takesPart else { return .notTakingPart }
    if let answer = facts.answer {
      if answer.isContested {
        return answer.period.map { browser.pressed(facts.email) ? .result($0) : .confirm } ?? .confirm
      }
      if let period = answer.period, period == choice, browser.pressed(facts.email) { return .result(period) }
      return .ask(submitsItself: false)
    }
    let id = facts.practitioner.id
    let isKnown =
      browser.signedIn(id) || browser.earnedPresses(for: id, now: now).contains { !contested.contains($0) }
    return .ask(submitsItself: isKnown && isLatest)
  }
}
