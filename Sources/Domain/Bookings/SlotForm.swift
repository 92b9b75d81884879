import Foundation

/// What a practitioner typed to offer a time.
public struct SlotForm: Hashable, Sendable {
  /// `weekly-0` (Monday) to `weekly-6`, or `once`.
  public var when: String
  /// The day of one that is not weekly: `2026-12-01`.
  public var day: String
  /// `09:00`.
  public var time: String
  /// In minutes.
  public var minutes: String
  /// The slug of how the two meet.
  public var mode: String
  /// The label of a place of the listing; empty for none.
  public var place: String

  /// What is wrong with a field, by its name in the form.
  public struct Problem: Error, Hashable, Sendable {
    /// `when`, `day`, `time`, `minutes`, `mode` or `place`.
    public var field: String
    /// For the form.
    public var sentence: String
  }

  /// What was typed.
  public init(
    when: String = "", day: String = "", time: String = "", minutes: String = "50", mode: String = "",
    place: String = ""
  ) {
    self.when = when
    self.day = day
    self.time = time
    self.minutes = minutes
    self.mode = mode
    self.place = place
  }

  /// The offer that it makes for a practitioner with these places, today being `today` on their calendar.
  public func offer(
    id: SlotOffer.ID, of practitioner: Practitioner.ID, places: [PracticeLocation],
    zone: (PracticeLocation) -> String?, today: LocalDay
  ) throws(Problem) -> SlotOffer {
    let isWeekly = when != "once"
    let first = try isWeekly ? nextDay(after: today) : onceDay(today)
    guard let minute = Self.minute(of: time) else {
      throw Problem(field: "time", sentence: "Enter a time of day, such as 09:00")
    }
    guard let length = Int(minutes), SlotOffer.lengths.contains(length) else {
      let range = SlotOffer.lengths
      throw Problem(
        field: "minutes", sentence: "Enter minutes from \(range.lowerBound) to \(range.upperBound)")
    }
    guard let mode = MeetingMode(rawValue: mode) else {
      throw Problem(field: "mode", sentence: "Choose how you meet")
    }
    let place = try mode == .inPerson ? readPlace(places) : nil
    return SlotOffer(
      id: id, practitioner: practitioner, firstDay: first, isWeekly: isWeekly, minute: minute,
      minutes: length, mode: mode, place: place, placeZone: place.flatMap(zone))
  }

  private func nextDay(after today: LocalDay) throws(Problem) -> LocalDay {
    guard when.hasPrefix("weekly-"), let weekday = Int(when.dropFirst(7)).flatMap(Weekday.init) else {
      throw Problem(field: "when", sentence: "Choose a day of the week, or one date")
    }
    return today.adding((weekday.rawValue - today.weekday.rawValue + 7) % 7)
  }

  private func onceDay(_ today: LocalDay) throws(Problem) -> LocalDay {
    guard let day = LocalDay(day), day >= today, day <= today.adding(366) else {
      throw Problem(field: "day", sentence: "Enter a date from today on, within a year")
    }
    return day
  }

  private func readPlace(_ places: [PracticeLocation]) throws(Problem) -> PracticeLocation {
    guard let chosen = places.first(where: { $0.label == place }) else {
      throw Problem(field: "place", sentence: "Choose the place where you meet")
    }
    return chosen
  }

  /// Minutes after midnight. Browsers send `09:00`; people without a picker type `9.30` as well.
  static func minute(of time: String) -> Int? {
    let parts = time.trimmingCharacters(in: .whitespaces).split(whereSeparator: { ":.".contains($0) })
    guard parts.count == 2, parts[0].count <= 2, parts[1].count == 2, let hour = Int(parts[0]),
      let minute = Int(parts[1]), (0...23).contains(hour), (0...59).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }
}
