import Foundation

@testable import Domain

/// One email and what the record says of it, as presses change it: decisions are applied as the record applies them.
struct AnswerWalk {
  let before: StatedWait?
  var facts: AnswerDecision.Facts
  private(set) var history: [WaitEvent] = []
  private(set) var now = Sample.now
  private var pressed = 0

  init(before: StatedWait? = Sample.wait(.threeMonths), email: Int = 50) throws {
    self.before = before
    facts = AnswerDecision.Facts(
      email: Sample.id(email), practitioner: try Sample.practitioner(), wait: before, answer: nil)
  }

  var wait: StatedWait? { facts.wait }

  mutating func pass(_ seconds: TimeInterval) { now += seconds }

  @discardableResult
  mutating func press(_ period: WaitingPeriod, from origin: AnswerDecision.Origin = .link)
    -> AnswerDecision.Outcome
  {
    apply(AnswerDecision.press(period, from: origin, facts: facts, event: nextEvent(), now: now))
  }

  @discardableResult
  mutating func undo() -> AnswerDecision.Outcome {
    apply(AnswerDecision.undo(facts: facts, event: nextEvent(), now: now))
  }

  /// The listing's wait is said by other means: on the site, or through another email.
  mutating func saidElsewhere(_ period: WaitingPeriod, means: ConfirmationMeans = .site) {
    facts.wait = StatedWait(period, confirmedAt: now, means: means)
  }

  func page(
    _ choice: WaitingPeriod, browser: BrowserKnowledge = BrowserKnowledge(), isLatest: Bool = true
  ) -> AnswerPage {
    AnswerPage.decide(
      facts: facts, choice: choice, browser: browser, isLatest: isLatest, contested: [], now: now)
  }

  private mutating func nextEvent() -> Identifier<WaitEvent> {
    pressed += 1
    return Sample.id(1_000 + pressed)
  }

  private mutating func apply(_ decision: Decision<AnswerDecision.Outcome>) -> AnswerDecision.Outcome {
    for change in decision.changes {
      switch change {
      case .waitSaid(_, let wait, let event):
        facts.wait = wait
        history.append(event)
      case .answered(let answer): facts.answer = answer
      default: break
      }
    }
    return decision.outcome
  }
}
