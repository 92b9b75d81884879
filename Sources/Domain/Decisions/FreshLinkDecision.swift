import Foundation

/// "This link has expired: send me a fresh one."
public enum FreshLinkDecision {
  /// An email with fresh buttons, at most one a practitioner and day of the site (the outbox admits no second);
  /// nobody who takes no part, or
  /// who has stopped the rounds, gets one: an unsubscribe is only taken back on its own page.
  public static func decide(
    practitioner: Practitioner?, wait: StatedWait?, email: OutboxEntry.ID, siteZone: TimeZone, now: Date
  ) -> Decision<Void> {
    guard let practitioner, RoundDecision.isAsked(practitioner) else { return Decision(()) }
    let zone = practitioner.zone(orSite: siteZone)
    let facts = WaitingPeriodEmail(
      round: Round(at: now, in: zone), name: practitioner.name, present: wait, timeZone: zone.identifier)
    return Decision(
      (),
      emails: [
        NewEmail(
          id: email, email: .waitingPeriod(facts), recipient: .practitioner(practitioner.id),
          period: "fresh-\(LocalDay(now, in: siteZone).number)", notBefore: now,
          useBy: now + FiringTerms.usualCutOff)
      ])
  }
}
