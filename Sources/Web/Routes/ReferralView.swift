import Domain
import Foundation

/// Referrals in words, for a reader's zone.
struct ReferralView: Sendable {
  let site: Site
  let zone: TimeZone
  let now: Date

  init(site: Site, reader: Practitioner?) {
    self.site = site
    zone = site.zone(of: reader)
    now = site.now()
  }

  /// Where colleagues are asked.
  static func path(to colleagues: [Practitioner.ID]) -> LinkTarget {
    LinkTarget("/referrals/new?" + colleagues.map { "to=\($0)" }.joined(separator: "&"))
  }

  static func question(_ referrer: Practitioner) -> String { "\(referrer.name) asks: can you take someone?" }

  func day(_ moment: Date) -> String { LocalDay(moment, in: zone).words }

  func need(_ need: ReferralNeed) -> NeedPanel {
    let words = site.taxonomy
    func labels(_ slugs: [String], _ vocabulary: Vocabulary) -> [String] {
      slugs.map { vocabulary.label(of: $0) ?? $0 }
    }
    return NeedPanel(
      facts: [
        .init(name: "How soon", values: [Self.within(need.weeks)]),
        .init(name: "Age group", values: labels([need.ageGroup], words.ageGroups)),
        .init(name: "About", values: labels(need.areas, words.areas)),
        .init(name: "Sessions", values: labels(need.modes, words.sessionModes)),
        .init(name: "Near", values: [need.locality].compactMap(\.self)),
        .init(name: "Funding", values: labels([need.funding].compactMap(\.self), words.funding)),
      ], note: need.note)
  }

  static func within(_ weeks: Int) -> String { weeks == 1 ? "Within a week" : "Within \(weeks) weeks" }

  /// How a colleague's part stands, for the referrer.
  func state(_ asked: AskingFacts) -> String {
    switch asked.state(now: now) {
    case .asked: asked.asking.isOverdue(now: now) ? "No answer yet" : "Waits for an answer"
    case .lapsed: "No answer"
    case .yes, .no, .full: asked.asking.answer?.label ?? ""
    }
  }

  /// "Asked 3 days ago", "Answered today".
  func when(_ asked: AskingFacts) -> String {
    if asked.asking.answer != nil, let at = asked.asking.answeredAt {
      return "Answered \(Age.words(from: at, to: now, in: zone))"
    }
    return "Asked \(Age.words(from: asked.asking.askedAt, to: now, in: zone))"
  }

  func state(_ referral: Referral) -> String {
    switch referral.state {
    case .open: "Open"
    case .placed: "Placed" + (referral.closedAt.map { " on \(day($0))" } ?? "")
    case .withdrawn: "Withdrawn" + (referral.closedAt.map { " on \(day($0))" } ?? "")
    }
  }

  /// How one's own part stands.
  func ownState(_ asked: AskingFacts) -> String {
    let answer = asked.asking.answer.map { "Your answer: \($0.label)." }
    guard asked.referral.state == .open else {
      return [answer, over(asked.referral.state)].compactMap(\.self).joined(separator: " ")
    }
    return answer ?? (asked.state(now: now) == .asked ? "Waits for your answer." : over(.open))
  }

  /// Why no answer is needed any more.
  func over(_ state: Referral.State) -> String {
    switch state {
    case .open: "The time for an answer is over: it was 14 days."
    case .placed: "Somebody takes them: the referral is closed."
    case .withdrawn: "The referral was withdrawn."
    }
  }

  func received(_ asked: AskingFacts) -> ReferralsPage.Row {
    ReferralsPage.Row(
      path: "/referrals/\(asked.referral.id)", name: "\(asked.referrer.name) asks", state: ownState(asked),
      lines: [
        "\(Self.within(asked.referral.need.weeks)). Asked \(Age.words(from: asked.asking.askedAt, to: now, in: zone))."
      ], isWaiting: asked.state(now: now) == .asked)
  }

  func made(_ facts: ReferralFacts) -> ReferralsPage.Row {
    ReferralsPage.Row(
      path: "/referrals/\(facts.referral.id)", name: "Referral of \(day(facts.referral.madeAt))",
      state: state(facts.referral), lines: facts.askings.map { "\($0.colleague.name): \(state($0))" })
  }

  func page(_ facts: ReferralFacts, formToken: String) -> ReferralPage {
    let id = facts.referral.id
    return ReferralPage(
      heading: "Referral of \(day(facts.referral.madeAt))", state: state(facts.referral),
      colleagues: facts.askings.map { asked in
        .init(
          name: asked.colleague.name, path: listing(of: asked.colleague), state: state(asked),
          when: when(asked), email: asked.colleague.email.text)
      }, need: need(facts.referral.need),
      closePath: facts.referral.state == .open ? "/referrals/\(id)/close" : nil, formToken: formToken)
  }

  func page(_ facts: ReferralDecision.AnswerFacts, formToken: String) -> AskedPage {
    let asked = facts.asked
    let id = asked.referral.id
    let isOpen = asked.referral.state == .open && asked.state(now: now) != .lapsed
    return AskedPage(
      question: Self.question(asked.referrer), state: ownState(asked),
      referrer: (asked.referrer.name, listing(of: asked.referrer), asked.referrer.email.text),
      need: need(asked.referral.need),
      answering: isOpen
        ? (
          AnswerForms.Target(path: "/referrals/\(id)/answer", proof: ("form-token", formToken)), wait(facts),
          listing(facts)
        ) : nil,
      undoPath: isOpen && asked.asking.answer != nil ? "/referrals/\(id)/undo" : nil)
  }

  /// The wait that a place is offered within: what was answered, or what an email would offer.
  func wait(_ facts: ReferralDecision.AnswerFacts) -> WaitBand {
    WaitBand(facts.asked.asking.answer?.from ?? ReferralAnswer.wait(of: facts.wait))
  }

  /// What "I'm full" says of the listing: what it said through this email before, or closed.
  func listing(_ facts: ReferralDecision.AnswerFacts) -> WaitBand {
    WaitBand(facts.asked.asking.answer == .full ? facts.waitAnswer?.period ?? .closed : .closed)
  }

  private func listing(of practitioner: Practitioner) -> LinkTarget? {
    practitioner.isListed ? "/practitioners/\(practitioner.id)" : nil
  }
}
