import Foundation

/// A time at which a practitioner sees somebody.
public struct Slot: Hashable, Sendable, Codable {
  /// When it begins.
  public var start: Date
  /// How long it lasts, in minutes.
  public var minutes: Int
  /// How the two meet.
  public var mode: MeetingMode
  /// Where, when they meet in person.
  public var place: PracticeLocation?
  /// IANA name of the zone that it is told in: the place's, or the practitioner's own.
  public var timeZone: String

  /// A time of so many minutes.
  public init(start: Date, minutes: Int, mode: MeetingMode, place: PracticeLocation? = nil, timeZone: String)
  {
    self.start = start
    self.minutes = minutes
    self.mode = mode
    self.place = place
    self.timeZone = timeZone
  }

  /// When it is over.
  public var end: Date { start + TimeInterval(minutes) * 60 }

  /// Zones are checked when they are stored; should one be unknown here, UTC is said, and named.
  public var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }

  /// Whether nobody could keep both.
  public func overlaps(_ other: Slot) -> Bool { start < other.end && other.start < end }
}

/// How two people meet: the three ways that a seeker may choose of.
public enum MeetingMode: String, Sendable, Codable, CaseIterable {
  case inPerson = "in-person"
  case video
  case phone

  /// As it stands on a page, in an email and in a calendar.
  public var words: String {
    switch self {
    case .inPerson: "In person"
    case .video: "By video"
    case .phone: "By phone"
    }
  }
}
