import Foundation

/// A file of `schedules/`: which emails, when, in whose time zone, and how they go out.
public struct Schedule: Sendable, Hashable {
  /// In whose zone an expression that names none is read.
  public enum Zone: Sendable, Hashable {
    /// Each recipient's own; practitioners without one have the site's.
    case recipient
    case named(TimeZone)
  }

  /// The file's name without its ending; `waiting-period` is the monthly one.
  public var name: String
  /// What it sends.
  public var emails: Email.Kind
  /// When; any of them fires it.
  public var onCalendar: [CalendarExpression]
  /// In whose zone.
  public var zone: Zone
  /// How what it fires goes out.
  public var terms: FiringTerms
  /// Whether a time that passed while no daemon ran is made up for, as `Persistent=` of a systemd timer.
  public var isPersistent: Bool

  /// A schedule.
  public init(
    name: String, emails: Email.Kind, onCalendar: [CalendarExpression], zone: Zone,
    terms: FiringTerms = FiringTerms(), isPersistent: Bool = true
  ) {
    self.name = name
    self.emails = emails
    self.onCalendar = onCalendar
    self.zone = zone
    self.terms = terms
    self.isPersistent = isPersistent
  }

  /// The first instant strictly after `date` at which it fires for recipients in `recipientZone`.
  public func next(after date: Date, recipientZone: TimeZone) -> Date? {
    let zone = readingZone(for: recipientZone)
    return onCalendar.compactMap { $0.next(after: date, in: zone) }.min()
  }

  /// The zone that expressions naming none are read in, for recipients in `recipientZone`.
  public func readingZone(for recipientZone: TimeZone) -> TimeZone {
    if case .named(let zone) = zone { zone } else { recipientZone }
  }

  /// What a schedule may send.
  public static let kinds: [Email.Kind] = [.waitingPeriod, .digest]

  /// Whether it fires for everybody of a zone at once. Digests have times of each member's own: see `DigestTimes`.
  public var isOfRounds: Bool { emails == .waitingPeriod }

  /// When it fires, as one line. A schedule whose times were changed counts from then on, like a new one.
  public var times: String {
    let zone = if case .named(let zone) = zone { zone.identifier } else { "recipient" }
    return (onCalendar.map(\.normalized) + [zone]).joined(separator: "; ")
  }
}
