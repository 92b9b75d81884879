import Foundation

/// The sort key of the default order: open and confirmed, then open and not confirmed lately, then closed; within each by
/// band, then most recently confirmed, then by identifier.
///
/// Silence never improves it: as time passes with nothing said, a listing stays where it is or moves back; but for one
/// whose practitioner is away, which opens again, not confirmed, on the date they gave.
public struct Availability: Comparable, Hashable, Sendable {
  /// The three groups, best first.
  public enum Group: Int, Sendable, Comparable {
    case openAndConfirmed, openNotConfirmed, closed

    /// In order, the smaller first.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  /// The first thing that counts.
  public let group: Group
  /// The band.
  public let period: WaitingPeriod
  /// When it was last confirmed, `.distantPast` when never.
  public let confirmedAt: Date
  /// Settles what is equal otherwise, always alike.
  public let tieBreak: Practitioner.ID

  /// The key of a listing at `now`.
  public init(of listing: Listing, now: Date) {
    tieBreak = listing.practitioner
    confirmedAt = listing.wait?.confirmedAt ?? .distantPast
    // A wait never said sorts behind every open one that was.
    period = listing.wait?.period ?? .overSixMonths
    if !period.isOpen || listing.isAway(at: now) {
      group = .closed
    } else {
      group = listing.freshness(now: now) == .stale ? .openNotConfirmed : .openAndConfirmed
    }
  }

  /// In order, the smaller first.
  public static func < (left: Self, right: Self) -> Bool {
    if left.group != right.group { return left.group < right.group }
    if left.period != right.period { return left.period < right.period }
    if left.confirmedAt != right.confirmedAt { return left.confirmedAt > right.confirmedAt }
    return left.tieBreak < right.tieBreak
  }
}
