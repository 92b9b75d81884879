import Foundation
import Testing

@testable import Domain

/// One referral by member 1 to members 2, 3 and 4, as presses change it: decisions are applied as the record applies them.
struct ReferralWalk {
  static let need = ReferralNeed(
    ageGroup: "adult", areas: ["anxiety"], modes: ["in-person"], weeks: 4, note: "The note.")

  private(set) var referral: Referral
  var practitioners: [Practitioner.ID: Practitioner] = [:]
  var waits: [Practitioner.ID: StatedWait] = [:]
  private var waitAnswers: [Practitioner.ID: WaitAnswer] = [:]
  private(set) var emails: [NewEmail] = []
  private(set) var now = Sample.now
  private var named = 1_000

  static let referrer: Practitioner.ID = Sample.id(1)
  static func colleague(_ number: Int) -> Practitioner.ID { Sample.id(number) }

  init(wait: StatedWait? = Sample.wait(.oneMonth)) throws {
    for number in 1...4 {
      practitioners[Sample.id(number)] = try Sample.practitioner(number)
      waits[Sample.id(number)] = wait
    }
    let decision = ReferralDecision.ask(
      [Sample.id(2), Sample.id(3), Sample.id(4)], for: Self.need,
      facts: ReferralDecision.Facts(
        referrer: practitioners[Self.referrer],
        chosen: practitioners.mapValues { ($0, wait) }, madeLately: 0, existing: nil),
      means: Self.means())
    guard case .referralMade(let made) = try #require(decision.changes.first) else { throw NotMade() }
    referral = made
    emails = decision.emails
  }

  struct NotMade: Error {}

  static func means(now: Date = Sample.now) -> ReferralDecision.Means {
    ReferralDecision.Means(
      id: Sample.id(100), emails: (0..<3).map { (Sample.id(101 + $0), Sample.id(111 + $0)) },
      siteZone: Sample.sydney, now: now)
  }

  mutating func pass(_ seconds: TimeInterval) { now += seconds }

  var facts: ReferralFacts? {
    practitioners[Self.referrer].map { ReferralFacts(referral, referrer: $0, colleagues: practitioners) }
  }

  func answerFacts(_ number: Int) -> ReferralDecision.AnswerFacts? {
    let id = Self.colleague(number)
    return facts?.asking(of: id).map {
      ReferralDecision.AnswerFacts(asked: $0, wait: waits[id], waitAnswer: waitAnswers[id])
    }
  }

  func state(_ number: Int) -> Asking.State? { answerFacts(number)?.asked.state(now: now) }
  func wait(_ number: Int) -> WaitingPeriod? { waits[Self.colleague(number)]?.period }

  @discardableResult
  mutating func press(
    _ answer: ReferralAnswer, by number: Int = 2, listing: WaitingPeriod? = nil,
    from origin: ReferralDecision.Origin = .link
  ) -> ReferralDecision.Answered {
    let reply = ReferralDecision.Reply(answer, listing: listing)
    return apply(
      ReferralDecision.answer(reply, facts: answerFacts(number), nextPress(origin)), by: number)
  }

  @discardableResult
  mutating func takeBack(by number: Int = 2) -> ReferralDecision.Answered {
    apply(ReferralDecision.takeBack(facts: answerFacts(number), nextPress(.ownPage)), by: number)
  }

  @discardableResult
  mutating func close(_ closing: Referral.Closing, by member: Practitioner.ID = referrer)
    -> ReferralDecision.Closed
  {
    let decision = ReferralDecision.close(
      closing, facts: facts, by: member, emails: (0..<3).map { Sample.id(121 + $0) },
      siteZone: Sample.sydney, now: now)
    if case .referralClosed(_, let closing, let at)? = decision.changes.first {
      if let state = referral.state.after(closing) { (referral.state, referral.closedAt) = (state, at) }
    }
    emails += decision.emails
    return decision.outcome
  }

  /// What the queue manager would decide of an email now.
  func owed(_ email: NewEmail, question: Owed.Question? = nil) -> Owed {
    let entry = OutboxEntry(
      id: email.id, email: email.email, recipient: email.recipient, period: email.period,
      createdAt: email.notBefore, useBy: email.useBy)
    guard case .practitioner(let id) = email.recipient else { return .no(.gone) }
    let part = referral.askings.first { $0.email == entry.asking }.flatMap {
      facts?.asking(of: $0.colleague)
    }
    return Owed.decide(
      entry,
      facts: Owed.Facts(
        practitioner: practitioners[id], wait: waits[id], question: question, referral: part), now: now)
  }

  func email(_ kind: Email.Kind, to number: Int) -> NewEmail? {
    emails.last { $0.email.kind == kind && $0.recipient == .practitioner(Sample.id(number)) }
  }

  private mutating func nextPress(_ origin: ReferralDecision.Origin) -> ReferralDecision.Press {
    named += 2
    return ReferralDecision.Press(
      origin: origin, event: Sample.id(named), email: Sample.id(named + 1), now: now)
  }

  private mutating func apply(_ decision: Decision<ReferralDecision.Answered>, by number: Int)
    -> ReferralDecision.Answered
  {
    for change in decision.changes {
      switch change {
      case .waitSaid(let id, let wait, _): waits[id] = wait
      case .answered(let answer): waitAnswers[answer.practitioner] = answer
      case .referralAnswered(let asking):
        referral.askings = referral.askings.map { $0.email == asking.email ? asking : $0 }
      default: break
      }
    }
    emails += decision.emails
    return decision.outcome
  }
}

extension ReferralAnswer {
  /// Every answer there is.
  static let all: [ReferralAnswer] = [.yes(from: nil)] + waits.map { .yes(from: $0) } + [.no, .full]
}
