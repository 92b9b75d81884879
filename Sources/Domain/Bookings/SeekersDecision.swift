import Foundation

/// What is kept of people who booked.
public enum SeekersDecision {
  /// What ended before these moments goes.
  public struct Ends: Hashable, Sendable {
    /// When the last appointment of a seeker was.
    public var appointments: Date
    /// When an unconfirmed request was made.
    public var requests: Date
    /// When a held time was let go.
    public var holds: Date
  }

  /// The link of a request that was not confirmed is dead after a day, and what it was made of goes with it.
  public static func ends(_ terms: BookingTerms, now: Date) -> Ends {
    Ends(
      appointments: now - TimeInterval(terms.keptDays) * 86_400, requests: now - Booking.linkLasts,
      holds: now)
  }

  /// Decides what goes now.
  public static func decide(_ terms: BookingTerms, now: Date) -> Decision<Void> {
    Decision((), changes: [.seekersForgotten(ends(terms, now: now))])
  }
}
