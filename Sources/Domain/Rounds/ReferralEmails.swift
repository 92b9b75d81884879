import Foundation

/// "Can you take someone?" Of the enquiry it says how soon, and no more: the rest is behind its links.
public struct ReferralEmail: Hashable, Sendable, Codable {
  /// How the colleague is greeted.
  public var name: String
  /// Who asks.
  public var referrer: String
  /// Within so many weeks.
  public var weeks: Int
  /// The wait that "Yes, within …" offers a place within.
  public var wait: WaitingPeriod
  /// When it was asked.
  public var askedAt: Date
  /// IANA name of the zone that dates are written in.
  public var timeZone: String

  /// The question of one referral to one colleague.
  public init(
    name: String, referrer: String, weeks: Int, wait: WaitingPeriod, askedAt: Date, timeZone: String
  ) {
    self.name = name
    self.referrer = referrer
    self.weeks = weeks
    self.wait = wait
    self.askedAt = askedAt
    self.timeZone = timeZone
  }
}

/// The same question once more. Its buttons are those of the question.
public struct ReferralReminderEmail: Hashable, Sendable, Codable {
  /// The email that asked first.
  public var question: OutboxEntry.ID
  /// What it said.
  public var asked: ReferralEmail

  /// The reminder of one question.
  public init(question: OutboxEntry.ID, asked: ReferralEmail) {
    self.question = question
    self.asked = asked
  }
}

/// Tells the referrer of a yes.
public struct ReferralYesEmail: Hashable, Sendable, Codable {
  /// How the referrer is greeted.
  public var name: String
  /// Who says yes.
  public var colleague: String
  /// The email that asked.
  public var asking: OutboxEntry.ID
  /// Which referral.
  public var referral: Referral.ID
  /// The wait that they offer a place within; nil for at once.
  public var from: WaitingPeriod?
  /// When they said it.
  public var answeredAt: Date

  /// One yes.
  public init(
    name: String, colleague: String, asking: OutboxEntry.ID, referral: Referral.ID, from: WaitingPeriod?,
    answeredAt: Date
  ) {
    self.name = name
    self.colleague = colleague
    self.asking = asking
    self.referral = referral
    self.from = from
    self.answeredAt = answeredAt
  }
}

/// Tells a colleague who is still asked that no answer is needed any more.
public struct ReferralClosedEmail: Hashable, Sendable, Codable {
  /// How the colleague is greeted.
  public var name: String
  /// Who asked.
  public var referrer: String
  /// The email that asked.
  public var asking: OutboxEntry.ID
  /// Which referral.
  public var referral: Referral.ID
  /// How it was closed.
  public var closing: Referral.Closing
  /// When it was asked.
  public var askedAt: Date
  /// IANA name of the zone that dates are written in.
  public var timeZone: String

  /// The end of one referral to one colleague.
  public init(
    name: String, referrer: String, asking: OutboxEntry.ID, referral: Referral.ID, closing: Referral.Closing,
    askedAt: Date, timeZone: String
  ) {
    self.name = name
    self.referrer = referrer
    self.asking = asking
    self.referral = referral
    self.closing = closing
    self.askedAt = askedAt
    self.timeZone = timeZone
  }
}
