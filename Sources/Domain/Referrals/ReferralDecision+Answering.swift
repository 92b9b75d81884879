import Foundation

extension ReferralDecision {
  /// What a press of an answer rests on.
  public struct AnswerFacts: Sendable {
    /// The colleague's part of the referral.
    public var asked: AskingFacts
    /// What their listing says of their wait.
    public var wait: StatedWait?
    /// What "I'm full" made of it through this email.
    public var waitAnswer: WaitAnswer?

    /// What is on record.
    public init(asked: AskingFacts, wait: StatedWait?, waitAnswer: WaitAnswer?) {
      self.asked = asked
      self.wait = wait
      self.waitAnswer = waitAnswer
    }

    /// The same as the decision on waits takes it: the email asked for that as well.
    var ofWait: AnswerDecision.Facts {
      AnswerDecision.Facts(
        email: asked.asking.email, practitioner: asked.colleague, wait: wait, answer: waitAnswer)
    }
  }

  /// What is pressed: an answer and, with "I'm full", what the listing is to say.
  public struct Reply: Hashable, Sendable {
    /// The answer.
    public var answer: ReferralAnswer
    /// Nil for every answer but "I'm full".
    public var listing: WaitingPeriod?

    /// A reply; who is full and says no more is closed.
    public init(_ answer: ReferralAnswer, listing: WaitingPeriod? = nil) {
      self.answer = answer
      self.listing = answer == .full ? listing ?? .closed : nil
    }
  }

  /// What a press is made with.
  public struct Press: Sendable {
    /// Where it came from.
    public var origin: Origin
    /// A line for the history of waits.
    public var event: Identifier<WaitEvent>
    /// The email that tells the referrer of a yes.
    public var email: OutboxEntry.ID
    /// The time.
    public var now: Date

    /// A press at a moment.
    public init(origin: Origin, event: Identifier<WaitEvent>, email: OutboxEntry.ID, now: Date) {
      self.origin = origin
      self.event = event
      self.email = email
      self.now = now.inMilliseconds
    }
  }

  /// Which page the press came from.
  public enum Origin: Sendable, Hashable, CaseIterable {
    /// The page a link of the email shows.
    case link
    /// The confirming page of a contested email, where the choice was made by hand.
    case confirmingPage
    /// The result page of an earlier answer, in the browser that made it; or the colleague's own page, signed in.
    case ownPage
  }

  /// What the one who pressed is told.
  public enum Answered: Sendable, Hashable {
    /// It stands; the browser may undo it. A contested email earns no known browser.
    case recorded(ReferralAnswer, earnsBrowser: Bool)
    /// Two answers contradicted each other: none stands, and a choice by hand is asked for.
    case contested
    /// What stood before stands again.
    case undone
    case nothingToUndo
    /// The referral is closed, or the time for an answer is over.
    case over
    /// Nobody was asked so, or one of the two takes no part at present.
    case unknown
  }

  /// For so long, in seconds, the referrer is not told of a yes that came by a link: a scanner that presses one button presses the
  /// others within seconds, and the contradiction takes it back.
  public static let grace: TimeInterval = 15

  /// Decides a press of an answer.
  public static func answer(_ reply: Reply, facts: AnswerFacts?, _ press: Press) -> Decision<Answered> {
    guard let facts else { return Decision(.unknown) }
    let asking = facts.asked.asking
    guard facts.asked.referral.state == .open, facts.asked.state(now: press.now) != .lapsed else {
      return Decision(.over)
    }
    if asking.isContested, press.origin == .link { return Decision(.contested) }
    guard let said = asking.answer else { return record(reply, facts, press) }
    let isSame = said == reply.answer && (said != .full || reply.listing == facts.waitAnswer?.period)
    if isSame { return Decision(.recorded(said, earnsBrowser: !asking.isContested)) }
    if press.origin == .link, isRecent(asking, press.now) { return contest(facts, press) }
    return record(reply, facts, press)
  }

  /// Takes back the answer. The caller has shown that the browser which pressed asks for it, or the colleague does.
  public static func takeBack(facts: AnswerFacts?, _ press: Press) -> Decision<Answered> {
    guard let facts else { return Decision(.unknown) }
    guard facts.asked.referral.state == .open else { return Decision(.over) }
    guard facts.asked.state(now: press.now).after(.takeBack) != nil else { return Decision(.nothingToUndo) }
    var asking = facts.asked.asking
    asking.answer = nil
    asking.answeredAt = press.now
    return Decision(.undone, changes: waitTakenBack(facts, press) + [.referralAnswered(asking)])
  }

  private static func isRecent(_ asking: Asking, _ now: Date) -> Bool {
    asking.answeredAt.map { now.timeIntervalSince($0) <= AnswerDecision.contestWindow } ?? false
  }

  /// An answer in the place of the one before, if any: that is taken back first.
  private static func record(_ reply: Reply, _ facts: AnswerFacts, _ press: Press) -> Decision<Answered> {
    let present = facts.asked.state(now: press.now)
    guard (present.after(.takeBack) ?? present).after(.answer(reply.answer)) != nil else {
      return Decision(.over)
    }
    var asking = facts.asked.asking
    asking.answer = reply.answer
    asking.answeredAt = press.now
    return Decision(
      .recorded(reply.answer, earnsBrowser: !asking.isContested),
      changes: wait(reply.listing, facts, press) + [.referralAnswered(asking)],
      emails: news(of: asking, facts.asked, press))
  }

  private static func contest(_ facts: AnswerFacts, _ press: Press) -> Decision<Answered> {
    var asking = facts.asked.asking
    asking.answer = nil
    asking.answeredAt = press.now
    asking.contestedAt = press.now
    return Decision(.contested, changes: waitTakenBack(facts, press) + [.referralAnswered(asking)])
  }

  /// "I'm full" is an answer about one's wait as well, and is decided where those are: whether it contradicts another was seen
  /// above. Any other answer takes back what an earlier "I'm full" said.
  private static func wait(_ period: WaitingPeriod?, _ facts: AnswerFacts, _ press: Press) -> [Change] {
    guard let period else { return waitTakenBack(facts, press) }
    return AnswerDecision.press(
      period, from: .resultPage, facts: facts.ofWait, event: press.event, now: press.now
    ).changes
  }

  private static func waitTakenBack(_ facts: AnswerFacts, _ press: Press) -> [Change] {
    guard facts.asked.asking.answer == .full else { return [] }
    return AnswerDecision.undo(facts: facts.ofWait, event: press.event, now: press.now).changes
  }

  /// The referrer hears of a yes at once.
  private static func news(of asking: Asking, _ asked: AskingFacts, _ press: Press) -> [NewEmail] {
    guard case .yes(let from) = asking.answer else { return [] }
    let email = ReferralYesEmail(
      name: asked.referrer.name, colleague: asked.colleague.name, asking: asking.email,
      referral: asked.referral.id, from: from, answeredAt: press.now)
    let at = press.origin == .link ? press.now + grace : press.now
    return [
      NewEmail(
        id: press.email, email: .referralYes(email), recipient: .practitioner(asked.referrer.id),
        about: asked.colleague.id, period: "\(asking.email)-\(press.now.milliseconds)", notBefore: at,
        useBy: at + newsLasts)
    ]
  }
}
