import Foundation

extension ReferralDecision {
  /// What came of closing.
  public enum Closed: Hashable, Sendable {
    case closed(Referral.State)
    /// It was closed before, however it was.
    case alreadySo(Referral.State)
    /// They made no such referral.
    case unknown
  }

  /// Decides that its referrer closes a referral. Those who are still asked are told, by an email named after each of them.
  public static func close(
    _ closing: Referral.Closing, facts: ReferralFacts?, by member: Practitioner.ID,
    emails: [OutboxEntry.ID], siteZone: TimeZone, now: Date
  ) -> Decision<Closed> {
    guard let facts, facts.referrer.id == member, facts.referrer.takesPart else { return Decision(.unknown) }
    let now = now.inMilliseconds
    guard let state = facts.referral.state.after(closing) else {
      return Decision(.alreadySo(facts.referral.state))
    }
    let told = facts.askings.filter { $0.state(now: now) == .asked }
    return Decision(
      .closed(state), changes: [.referralClosed(facts.referral.id, closing, at: now)],
      emails: zip(told, emails).map { news(of: closing, to: $0, $1, siteZone: siteZone, now: now) })
  }

  private static func news(
    of closing: Referral.Closing, to asked: AskingFacts, _ id: OutboxEntry.ID, siteZone: TimeZone, now: Date
  ) -> NewEmail {
    let email = ReferralClosedEmail(
      name: asked.colleague.name, referrer: asked.referrer.name, asking: asked.asking.email,
      referral: asked.referral.id, closing: closing, askedAt: asked.asking.askedAt,
      timeZone: asked.colleague.zone(orSite: siteZone).identifier)
    return NewEmail(
      id: id, email: .referralClosed(email), recipient: .practitioner(asked.colleague.id),
      about: asked.referrer.id, period: asked.referral.id.text, notBefore: now, useBy: now + newsLasts)
  }

  /// News is of use for a week, in seconds.
  static let newsLasts: TimeInterval = 7 * 86_400
}
