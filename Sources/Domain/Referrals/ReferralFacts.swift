import Foundation

/// A referral with those whom it concerns, as they are now.
public struct ReferralFacts: Sendable {
  /// The referral.
  public var referral: Referral
  /// Who asks.
  public var referrer: Practitioner
  /// Those who are asked.
  public var colleagues: [Practitioner.ID: Practitioner]

  /// The facts of one.
  public init(
    _ referral: Referral, referrer: Practitioner, colleagues: [Practitioner.ID: Practitioner]
  ) {
    self.referral = referral
    self.referrer = referrer
    self.colleagues = colleagues
  }

  /// What was asked of one of them; nil where either of the two takes no part any more, and nothing is shown to them.
  public func asking(of colleague: Practitioner.ID) -> AskingFacts? {
    guard let asking = referral.asking(of: colleague), let colleague = colleagues[colleague],
      colleague.takesPart, referrer.takesPart
    else { return nil }
    return AskingFacts(referral: referral, asking: asking, referrer: referrer, colleague: colleague)
  }

  /// Those who are asked and take part, in the order that they were chosen.
  public var askings: [AskingFacts] { referral.askings.compactMap { asking(of: $0.colleague) } }
}

/// One colleague's part of a referral, between two who take part.
public struct AskingFacts: Hashable, Sendable {
  /// The referral.
  public var referral: Referral
  /// What one is asked, and said.
  public var asking: Asking
  /// Who asks.
  public var referrer: Practitioner
  /// Who is asked.
  public var colleague: Practitioner

  /// How it stands at `now`.
  public func state(now: Date) -> Asking.State { asking.state(in: referral, now: now) }
}
