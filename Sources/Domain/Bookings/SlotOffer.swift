import Foundation

/// A time that a practitioner offers, once or every week, by the clock on their own wall: it holds no zone, so that it stays
/// at nine o'clock when the clocks change and when its practitioner moves.
public struct SlotOffer: Hashable, Sendable {
  /// The identifier of one.
  public typealias ID = Identifier<SlotOffer>

  /// Its identifier.
  public var id: ID
  /// Whose it is.
  public var practitioner: Practitioner.ID
  /// The day of it; of a weekly one the first.
  public var firstDay: LocalDay
  /// Whether it comes again every seven days.
  public var isWeekly: Bool
  /// Minutes after midnight, 0 to 1439.
  public var minute: Int
  /// How long it lasts, in minutes.
  public var minutes: Int
  /// How the two meet.
  public var mode: MeetingMode
  /// Where, when they meet in person.
  public var place: PracticeLocation?
  /// IANA name of the zone that the place keeps; nil where there is none.
  public var placeZone: String?

  /// What an appointment may last, in minutes.
  public static let lengths = 15...240
  /// A practitioner may have this many.
  public static let most = 100

  /// A time that is offered.
  public init(
    id: ID, practitioner: Practitioner.ID, firstDay: LocalDay, isWeekly: Bool, minute: Int, minutes: Int,
    mode: MeetingMode, place: PracticeLocation? = nil, placeZone: String? = nil
  ) {
    self.id = id
    self.practitioner = practitioner
    self.firstDay = firstDay
    self.isWeekly = isWeekly
    self.minute = minute
    self.minutes = minutes
    self.mode = mode
    self.place = place
    self.placeZone = placeZone
  }

  /// Its days among those given, in order.
  func days(in range: ClosedRange<LocalDay>) -> [LocalDay] {
    guard isWeekly else { return range.contains(firstDay) ? [firstDay] : [] }
    let missed = max(0, (range.lowerBound.number - firstDay.number + 6) / 7)
    let first = firstDay.number + missed * 7
    guard first <= range.upperBound.number else { return [] }
    return stride(from: first, through: range.upperBound.number, by: 7).map(LocalDay.init(number:))
  }

  /// What it comes to on a day, for somebody whose clocks are `zone`'s.
  func slot(on day: LocalDay, in zone: TimeZone) -> Slot {
    Slot(
      start: LocalClock(zone: zone).instant(of: day, minute: minute), minutes: minutes, mode: mode,
      place: place, timeZone: placeZone ?? zone.identifier)
  }
}

/// Days on which a practitioner offers nothing, whatever they offer otherwise.
public struct DaysOff: Hashable, Sendable {
  /// The first of them.
  public var first: LocalDay
  /// The last of them.
  public var last: LocalDay

  /// A practitioner may have this many.
  public static let most = 100

  /// From one day to another, both included; nil when they are the wrong way round.
  public init?(first: LocalDay, last: LocalDay) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }
}

extension LocalClock {
  /// When the clock shows so many minutes after a day's midnight: of two such moments the first, and where it shows none, as
  /// if it had not been put forward yet (RFC 5545, section 3.3.5).
  func instant(of day: LocalDay, minute: Int) -> Date {
    let local = LocalTime(microseconds: day.number * LocalTime.day + minute * LocalTime.minute)
    let microseconds =
      switch reading(local) {
      case .shown(let instant): instant
      case .skipped: local.microseconds - offset(at: local.seconds - 14 * 3_600) * 1_000_000
      }
    return Date(timeIntervalSince1970: Double(Self.seconds(microseconds)))
  }
}
