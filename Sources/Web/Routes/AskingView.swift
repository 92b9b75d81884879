import Domain

/// The pages of a referral's link, in words.
struct AskingView: Sendable {
  let site: Site
  let link: AskingLink
  let facts: ReferralDecision.AnswerFacts

  private var words: ReferralView { ReferralView(site: site, reader: facts.asked.colleague) }
  private var title: String { ReferralView.question(facts.asked.referrer) }
  private var need: NeedPanel { words.need(facts.asked.referral.need) }

  func question(_ choice: ReferralAnswer?, submitsItself: Bool) -> AskingQuestionPage {
    AskingQuestionPage(
      question: title, choice: choice, need: need,
      target: AnswerForms.Target(path: "\(link.path)", proof: nil), wait: words.wait(facts),
      submitsItself: submitsItself)
  }

  func confirming(isChoiceMissing: Bool = false) -> AskingConfirmingPage {
    AskingConfirmingPage(
      question: title, need: need, path: "\(link.path)", isChoiceMissing: isChoiceMissing)
  }

  func result(_ answer: ReferralAnswer) -> AskingResultPage {
    AskingResultPage(
      heading: "Thank you: \(answer.label)", sentence: sentence(answer),
      standing: answer == .full ? standing : nil, need: need, target: ownTarget,
      undoPath: "\(link.path)/undo", wait: words.wait(facts), listing: words.listing(facts))
  }

  func undone() -> AskingResultPage {
    AskingResultPage(
      heading: "Your answer is taken back", sentence: "What you pressed before no longer counts.",
      standing: nil, need: need, target: ownTarget, undoPath: nil, wait: words.wait(facts),
      listing: words.listing(facts))
  }

  func over(_ state: Referral.State) -> AskingOverPage {
    let answer = facts.asked.asking.answer.map { "Your answer was “\($0.label)”. " } ?? ""
    return AskingOverPage(sentence: answer + words.over(state))
  }

  private var ownTarget: AnswerForms.Target {
    AnswerForms.Target(path: "\(link.path)", proof: ("result", link.result(site: site)))
  }

  private var standing: StandingWait {
    site.standing(
      facts.wait, awayUntil: facts.asked.colleague.awayUntil, zone: site.zone(of: facts.asked.colleague))
  }

  private func sentence(_ answer: ReferralAnswer) -> String {
    let name = facts.asked.referrer.name
    return switch answer {
    case .yes: "\(name) is told at once. That is all: you can close this page."
    case .no: "\(name) sees it. That is all: you can close this page."
    case .full: "\(name) sees it, and so does everybody who looks at your listing."
    }
  }
}
