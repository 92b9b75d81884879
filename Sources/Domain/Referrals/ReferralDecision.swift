import Foundation

/// Asking colleagues to take an enquiry, answering, and closing.
public enum ReferralDecision {
  /// How many referrals a member may make within 24 hours: each sends up to three emails, and as many reminders.
  public static let mostADay = 10

  /// What asking rests on.
  public struct Facts: Sendable {
    /// Who asks.
    public var referrer: Practitioner?
    /// Those of the chosen who are members, with what their listings say of their wait.
    public var chosen: [Practitioner.ID: (practitioner: Practitioner, wait: StatedWait?)]
    /// How many referrals they made within a day.
    public var madeLately: Int
    /// The referral that bears the form's identifier already: the form was sent twice.
    public var existing: Referral?

    /// What is on record.
    public init(
      referrer: Practitioner?, chosen: [Practitioner.ID: (practitioner: Practitioner, wait: StatedWait?)],
      madeLately: Int, existing: Referral?
    ) {
      self.referrer = referrer
      self.chosen = chosen
      self.madeLately = madeLately
      self.existing = existing
    }
  }

  /// What a referral is made with, named before the transaction.
  public struct Means: Sendable {
    /// What it will be called: the form's own name, so that sending it twice makes one.
    public var id: Referral.ID
    /// The email and the reminder to each of the colleagues.
    public var emails: [(question: OutboxEntry.ID, reminder: OutboxEntry.ID)]
    /// For members who named no zone.
    public var siteZone: TimeZone
    /// The time.
    public var now: Date

    /// The means of one referral.
    public init(
      id: Referral.ID, emails: [(question: OutboxEntry.ID, reminder: OutboxEntry.ID)], siteZone: TimeZone,
      now: Date
    ) {
      self.id = id
      self.emails = emails
      self.siteZone = siteZone
      self.now = now.inMilliseconds
    }
  }

  /// Why nobody is asked.
  public enum Refusal: Hashable, Sendable {
    /// The asker takes no part, or colleagues do not see them yet.
    case notListed
    case nobodyChosen
    case tooManyChosen
    case oneself
    /// There is no such colleague, or none that can be seen.
    case unknown
    /// They are closed until they come back, and asked nothing meanwhile.
    case away(name: String)
    case enoughForToday
  }

  /// What came of asking.
  public enum Asked: Hashable, Sendable {
    case made(Referral.ID)
    case refused(Refusal)
  }

  /// Decides that a member asks colleagues, in the order that they were chosen.
  public static func ask(
    _ colleagues: [Practitioner.ID], for need: ReferralNeed, facts: Facts, means: Means
  ) -> Decision<Asked> {
    guard let referrer = facts.referrer, referrer.isListed else { return Decision(.refused(.notListed)) }
    if let existing = facts.existing {
      return Decision(existing.referrer == referrer.id ? .made(existing.id) : .refused(.unknown))
    }
    let chosen = colleagues.compactMap { facts.chosen[$0] }
    if let refusal = refusal(colleagues, chosen.map(\.practitioner), referrer, facts, means) {
      return Decision(.refused(refusal))
    }
    let asked = zip(chosen, means.emails).map {
      question(to: $0.practitioner, wait: $0.wait, from: referrer, need, $1, means)
    }
    let referral = Referral(
      id: means.id, referrer: referrer.id, need: need, madeAt: means.now, askings: asked.map(\.asking))
    return Decision(.made(referral.id), changes: [.referralMade(referral)], emails: asked.flatMap(\.emails))
  }

  private static func refusal(
    _ ids: [Practitioner.ID], _ chosen: [Practitioner], _ referrer: Practitioner, _ facts: Facts,
    _ means: Means
  ) -> Refusal? {
    if ids.isEmpty { return .nobodyChosen }
    if ids.count > Referral.mostColleagues || Set(ids).count < ids.count { return .tooManyChosen }
    if ids.contains(referrer.id) { return .oneself }
    guard chosen.count == ids.count, chosen.allSatisfy(\.isListed), means.emails.count >= ids.count else {
      return .unknown
    }
    if let away = chosen.first(where: { $0.isAway(at: means.now) }) { return .away(name: away.name) }
    return facts.madeLately < mostADay ? nil : .enoughForToday
  }

  /// The question to one colleague, and the one reminder of it.
  private static func question(
    to colleague: Practitioner, wait: StatedWait?, from referrer: Practitioner, _ need: ReferralNeed,
    _ ids: (question: OutboxEntry.ID, reminder: OutboxEntry.ID), _ means: Means
  ) -> (asking: Asking, emails: [NewEmail]) {
    let asking = Asking(email: ids.question, colleague: colleague.id, askedAt: means.now)
    let facts = ReferralEmail(
      name: colleague.name, referrer: referrer.name, weeks: need.weeks, wait: ReferralAnswer.wait(of: wait),
      askedAt: means.now, timeZone: colleague.zone(orSite: means.siteZone).identifier)
    func email(_ id: OutboxEntry.ID, _ email: Email, at moment: Date) -> NewEmail {
      NewEmail(
        id: id, email: email, recipient: .practitioner(colleague.id), about: referrer.id,
        period: means.id.text, notBefore: moment, useBy: asking.lapsesAt)
    }
    return (
      asking,
      [
        email(ids.question, .referral(facts), at: means.now),
        email(
          ids.reminder, .referralReminder(ReferralReminderEmail(question: ids.question, asked: facts)),
          at: means.now + Asking.remindedAfter),
      ]
    )
  }
}
