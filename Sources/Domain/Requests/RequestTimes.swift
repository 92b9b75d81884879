import Foundation

/// The times that a practitioner may offer to whoever asked for one.
extension BookingFacts {
  /// When one may begin: not so soon that its seeker could not ask for another, nor later than anybody plans.
  public func requestWindow(_ terms: BookingTerms, now: Date) -> Range<Date> {
    let notice = max(book.terms.noticeHours, terms.changeHours + 24)
    let first = max(now + TimeInterval(notice) * 3_600, practitioner.awayUntil ?? now)
    return first..<max(first, now + TimeInterval(SlotBook.Terms.weeks.upperBound) * 7 * 86_400)
  }

  /// Why a time cannot be offered at `now`; nil when it can.
  func refusal(of slot: Slot, for looker: Looker, _ terms: BookingTerms, now: Date)
    -> RequestDecision.Outcome?
  {
    guard requestWindow(terms, now: now).contains(slot.start) else { return .outside }
    return claimed(from: looker, now: now).contains { $0.overlaps(slot) } ? .taken : nil
  }

  /// The short list: their own free times if they publish any, else working days at usual hours, so many at the most.
  ///
  /// - Parameter booking: the one that is to be moved, to another time than it has; nil for a request.
  public func shortList(
    _ terms: BookingTerms, minutes: Int, moving booking: Booking? = nil, now: Date, most: Int = 8
  ) -> [Slot] {
    let looker: Looker = booking.map { .booking($0.id) } ?? .anybody
    func mayBeOffered(_ slot: Slot) -> Bool {
      slot.start != booking?.slot.start && refusal(of: slot, for: looker, terms, now: now) == nil
    }
    let own = free(for: looker, now: now).filter(mayBeOffered)
    let first = requestWindow(terms, now: now).lowerBound
    let all = own.isEmpty ? usual(from: first, minutes: minutes).filter(mayBeOffered) : own
    return Array(all.prefix(most))
  }

  private static let usualHours = [9, 11, 14, 16]

  private func usual(from start: Date, minutes: Int) -> [Slot] {
    let zone = practitioner.zone(orSite: siteZone)
    let first = LocalDay(start, in: zone)
    // Two weeks have ten working days; a long break is the practitioner's to look beyond.
    return (0..<14).map(first.adding).filter(isWorking).flatMap { day in
      Self.usualHours.map { hour in
        Slot(
          start: LocalClock(zone: zone).instant(of: day, minute: hour * 60), minutes: minutes, mode: .phone,
          timeZone: zone.identifier)
      }
    }
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
