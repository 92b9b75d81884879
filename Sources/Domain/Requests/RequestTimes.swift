import Foundation

/// The times that a practitioner may offer to whoever asked for one.
extension BookingFacts {
  /// When one may begin: not so soon that its seeker could not ask for another, nor later than anybody plans.
  public func requestWindow(_ terms: BookingTerms, now: Date) -> Range<Date> {
    let notice = max(book.terms.noticeHours, terms.changeHours + 24)
    let first = max(now + TimeInterval(notice) * 3_600, practitioner.awayUntil ?? now)
    return first..<max(first, now + TimeInterval(SlotBook.Terms.weeks.upperBound) * 7 * 86_400)
  }

  /// Whether nothing else is booked, or about to be, at that time.
  func hasRoom(for slot: Slot, now: Date) -> Bool {
    !bookings.contains { $0.claims(now: now) && $0.slot.overlaps(slot) }
  }

  /// The short list: their own free times if they publish any, else working days at usual hours, so many at the most.
  public func shortList(_ terms: BookingTerms, minutes: Int, now: Date, most: Int = 8) -> [Slot] {
    let window = requestWindow(terms, now: now)
    let own = free(for: .anybody, now: now).filter { window.contains($0.start) }
    return Array((own.isEmpty ? usual(window, minutes: minutes, now: now) : own).prefix(most))
  }

  private static let usualHours = [9, 11, 14, 16]

  private func usual(_ window: Range<Date>, minutes: Int, now: Date) -> [Slot] {
    let zone = practitioner.zone(orSite: siteZone)
    let first = LocalDay(window.lowerBound, in: zone)
    // Two weeks have ten working days; a long break is the practitioner's to look beyond.
    return (0..<14).map(first.adding).filter(isWorking).flatMap { day in
      Self.usualHours.map { hour in
        Slot(
          start: LocalClock(zone: zone).instant(of: day, minute: hour * 60), minutes: minutes, mode: .phone,
          timeZone: zone.identifier)
      }
    }
    .filter { window.contains($0.start) && hasRoom(for: $0, now: now) }
  }

  private func isWorking(_ day: LocalDay) -> Bool {
    day.weekday != .saturday && day.weekday != .sunday
      && !book.daysOff.contains { $0.first <= day && day <= $0.last }
  }
}

/// How a practitioner may meet, of which one goes with an offered time.
public struct MeetingChoice: Hashable, Sendable {
  /// How.
  public let mode: MeetingMode
  /// Where, in person.
  public let place: PracticeLocation?

  /// What a form sends for it.
  public var value: String { place?.label ?? mode.rawValue }
  /// "In person, Newtown NSW 2042".
  public var words: String { ([mode.words] + [place?.label].compactMap(\.self)).joined(separator: ", ") }

  /// What the places of a listing make possible; video and phone everybody may use.
  public static func all(_ places: [PracticeLocation]) -> [MeetingChoice] {
    places.map { MeetingChoice(mode: .inPerson, place: $0) }
      + [.init(mode: .video, place: nil), .init(mode: .phone, place: nil)]
  }
}
