import Foundation

/// One time that a schedule fires for the recipients of one zone: a unique row, so that a crash, a restart or a clock set
/// back cannot fire it twice.
public struct Firing: Hashable, Sendable {
  /// The schedule's name.
  public var schedule: String
  /// IANA name of the recipients' zone.
  public var zone: String
  /// When it was due.
  public var instant: Date

  /// A firing.
  public init(schedule: String, zone: String, instant: Date) {
    self.schedule = schedule
    self.zone = zone
    self.instant = instant
  }
}

/// A time of a schedule for which nothing was sent, on record so that nobody wonders.
public struct MissedFiring: Hashable, Sendable {
  /// Why nothing was sent.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    /// It came to light after its cut-off.
    case pastCutOff = "past-cut-off"
    /// A later time of the same schedule had passed too: after any number of missed ones, the last alone is made up for.
    case overtaken
    /// No daemon ran, and the schedule is not persistent.
    case stopped
  }

  /// Which time of which schedule.
  public var firing: Firing
  /// Why nothing was sent.
  public var reason: Reason

  /// A missed time.
  public init(_ firing: Firing, _ reason: Reason) {
    self.firing = firing
    self.reason = reason
  }
}
