import Foundation

/// How long the links of a message work, in seconds from when its outbox row was made.
public enum LinkLifetimes {
  /// The waiting-period buttons: 45 days.
  public static let waitingPeriod: TimeInterval = 45 * 86_400
  /// Offering times from a digest: as long as the buttons beside it.
  public static let offering = waitingPeriod
  /// The answers to a referral: 45 days, so that a late click learns that it is over.
  public static let referral: TimeInterval = 45 * 86_400
  /// Unsubscribing: 400 days. The Spam Act 2003 (section 18) asks for 30; a year's old message should still do it.
  public static let unsubscribe: TimeInterval = 400 * 86_400
  /// The envelope sender: 30 days, far longer than any relay keeps trying.
  public static let bounce: TimeInterval = 30 * 86_400
  /// The page of a booking: 400 days. What can be done there, the booking itself says.
  public static let booking: TimeInterval = 400 * 86_400
}
