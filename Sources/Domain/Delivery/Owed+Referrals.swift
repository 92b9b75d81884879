import Foundation

extension Owed {
  /// A question of a referral that a slow relay took only a day ago is not reminded of.
  public static let referralPatience: TimeInterval = 86_400

  /// Why an email about a referral need not be sent; nil for every other email.
  static func referral(_ entry: OutboxEntry, facts: Facts, now: Date) -> Reason? {
    guard entry.asking != nil else { return nil }
    guard let asked = facts.referral else { return .closed }
    switch entry.email {
    case .referral: return question(asked, now: now)
    case .referralReminder: return question(asked, now: now) ?? reminder(of: facts.question, now: now)
    case .referralYes(let yes):
      let stands = asked.asking.answer == .yes(from: yes.from) && asked.asking.answeredAt == yes.answeredAt
      return stands ? nil : .takenBack
    case .referralClosed: return wasSent(facts.question) ? nil : .notAsked
    default: return nil
    }
  }

  private static func question(_ asked: AskingFacts, now: Date) -> Reason? {
    if asked.asking.answer != nil { return .answered }
    guard asked.state(now: now) == .asked else { return .closed }
    return asked.colleague.isAway(at: now) ? .away : nil
  }

  private static func reminder(of question: Question?, now: Date) -> Reason? {
    guard wasSent(question) else { return .notAsked }
    let isLate = question?.settledAt.map { now.timeIntervalSince($0) >= referralPatience } ?? true
    return isLate ? nil : .askedLately
  }

  private static func wasSent(_ question: Question?) -> Bool {
    question.map { [.sent, .uncertain].contains($0.state) } ?? false
  }
}

extension OutboxEntry {
  /// The email that asked, when this one is about a colleague's part of a referral.
  public var asking: ID? {
    switch email {
    case .referral: id
    case .referralReminder(let facts): facts.question
    case .referralYes(let facts): facts.asking
    case .referralClosed(let facts): facts.asking
    default: nil
    }
  }
}
