import Foundation

/// Which page a link of a referral's email shows. Read only: a GET changes nothing.
public enum AskingPage: Hashable, Sendable {
  /// The answer of the link first, if it has one; in a known browser the page presses that by itself.
  case ask(ReferralAnswer?, submitsItself: Bool)
  /// A choice by hand: two answers contradicted each other.
  case confirm
  /// The answer made in this browser, with undo and change.
  case result(ReferralAnswer)
  /// The referral is closed, or (while it is open) the time for an answer is over.
  case over(Referral.State)
  /// One of the two takes no part at present.
  case unknown

  /// Decides by the facts and by what the browser's cookie shows.
  ///
  /// - Parameters:
  ///   - choice: the answer of the link; nil for the link that only shows.
  ///   - contested: which of the emails pressed in this browser were contested.
  public static func decide(
    facts: AskingFacts?, choice: ReferralAnswer?, browser: BrowserKnowledge, contested: Set<OutboxEntry.ID>,
    now: Date
  ) -> AskingPage {
    guard let facts else { return .unknown }
    let (asking, state) = (facts.asking, facts.state(now: now))
    guard facts.referral.state == .open, state != .lapsed else { return .over(facts.referral.state) }
    if let answer = asking.answer, browser.pressed(asking.email) { return .result(answer) }
    if asking.isContested { return .confirm }
    guard state == .asked, let choice else { return .ask(choice, submitsItself: false) }
    let id = facts.colleague.id
    let isKnown =
      browser.signedIn(id) || browser.earnedPresses(for: id, now: now).contains { !contested.contains($0) }
    // What the listing is to say is chosen on the page.
    return .ask(choice, submitsItself: isKnown && choice != .full)
  }
}
