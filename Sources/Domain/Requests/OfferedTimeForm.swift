import Foundation

/// What a practitioner chose or typed to offer a time to whoever asked for one.
public struct OfferedTimeForm: Hashable, Sendable {
  /// The moment of a time of the short list, in milliseconds since 1970, or `other`; empty when nothing was chosen.
  public var slot: String
  /// `2026-12-01`
  public var day: String
  /// `09:00`
  public var time: String
  /// In minutes.
  public var minutes: String
  /// The value of a `MeetingChoice`.
  public var meeting: String

  /// Chosen in the short list for a time that is typed.
  public static let other = "other"

  /// Whether a time of the short list was chosen.
  public var isListed: Bool { Int64(slot) != nil }

  /// What was chosen or typed.
  public init(
    slot: String = "", day: String = "", time: String = "", minutes: String = "50", meeting: String = ""
  ) {
    self.slot = slot
    self.day = day
    self.time = time
    self.minutes = minutes
    self.meeting = meeting
  }

  /// Filled in as the practitioner most likely means it: like the time that is moved, else like the first that they ever
  /// published, else the first way to meet.
  public init(suggestedBy facts: BookingFacts, moving slot: Slot? = nil) {
    let offer = facts.book.offers.first
    let (mode, place) = slot.map { ($0.mode, $0.place) } ?? (offer?.mode, offer?.place)
    let choices = MeetingChoice.all(facts.listing?.profile.locations ?? [])
    let known = choices.first { $0.mode == mode && $0.place == place }
    self.init(
      minutes: String(slot?.minutes ?? offer?.minutes ?? 50), meeting: (known ?? choices.first)?.value ?? "")
  }

  /// The time that it makes. Days and hours are by the practitioner's own clocks, told in the zone of the place.
  public func slot(
    of facts: BookingFacts, zone placeZone: (PracticeLocation) -> String?
  ) throws(SlotForm.Problem) -> Slot {
    guard let length = Int(minutes), SlotOffer.lengths.contains(length) else {
      let range = SlotOffer.lengths
      throw .init(field: "minutes", sentence: "Enter minutes from \(range.lowerBound) to \(range.upperBound)")
    }
    let choices = MeetingChoice.all(facts.listing?.profile.locations ?? [])
    guard let meeting = choices.first(where: { $0.value == meeting }) else {
      throw .init(field: "meeting", sentence: "Choose how you meet")
    }
    let own = facts.practitioner.zone(orSite: facts.siteZone)
    return Slot(
      start: try start(in: own), minutes: length, mode: meeting.mode, place: meeting.place,
      timeZone: meeting.place.flatMap(placeZone) ?? own.identifier)
  }

  private func start(in zone: TimeZone) throws(SlotForm.Problem) -> Date {
    if let moment = Int64(slot) { return Date(milliseconds: moment) }
    guard slot == Self.other || !day.isEmpty else {
      throw .init(field: "slot", sentence: "Choose a time, or enter another")
    }
    guard let day = LocalDay(day) else { throw .init(field: "day", sentence: "Enter a date") }
    guard let minute = SlotForm.minute(of: time) else {
      throw .init(field: "time", sentence: "Enter a time of day, such as 09:00")
    }
    return LocalClock(zone: zone).instant(of: day, minute: minute)
  }
}
