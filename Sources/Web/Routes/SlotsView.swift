import Domain
import Foundation

extension SlotsPage {
  /// What a member offers, with what they typed.
  init(_ facts: BookingFacts, typed: SlotForm, token: String, _ problems: Problems) {
    let zone = facts.practitioner.zone(orSite: facts.siteZone)
    self.init(
      closed: facts.whyClosed, zone: AppointmentWords.name(of: zone),
      offers: facts.book.offers.map { Offer($0) },
      daysOff: facts.book.daysOff.map { Off($0) }, weeksAhead: facts.book.terms.weeksAhead,
      noticeHours: facts.book.terms.noticeHours,
      typed: Typed(typed, places: facts.listing?.profile.locations ?? []), formToken: token,
      problems: problems)
  }
}

extension OfferingPage {
  /// The same to whoever comes by the link of a digest.
  init(_ facts: BookingFacts, typed: SlotForm, path: LinkTarget, _ problems: Problems) {
    self.init(
      closed: facts.whyClosed,
      zone: AppointmentWords.name(of: facts.practitioner.zone(orSite: facts.siteZone)),
      offers: facts.book.offers.map { SlotsPage.Offer($0) },
      typed: SlotsPage.Typed(typed, places: facts.listing?.profile.locations ?? []), path: path,
      problems: problems)
  }
}

extension BookingFacts {
  /// Why seekers see no time that is offered; nil when they do.
  var whyClosed: String? {
    guard !isOpen else { return nil }
    return
      "Nobody sees these yet: seekers see those alone whose registration is verified, who said in their listing that "
      + "seekers may find them, and who take new clients."
  }
}

extension SlotsPage.Offer {
  init(_ offer: SlotOffer) {
    let day = offer.isWeekly ? "Every \(offer.firstDay.weekday.name)" : offer.firstDay.words
    self.init(
      id: offer.id.text, when: "\(day) at \(AppointmentWords.clock(minute: offer.minute))",
      what: (["\(offer.minutes) minutes", offer.mode.words] + [offer.place?.label].compactMap(\.self))
        .joined(separator: " · "))
  }
}

extension SlotsPage.Off {
  fileprivate init(_ days: DaysOff) {
    self.init(
      words: days.first == days.last ? days.first.words : "\(days.first.words) to \(days.last.words)",
      first: days.first.text, last: days.last.text)
  }
}

extension SlotsPage.Typed {
  fileprivate init(_ form: SlotForm, places: [PracticeLocation]) {
    let weekly = Weekday.allCases.map { ("weekly-\($0.rawValue)", "Every \($0.name)") }
    self.init(
      whens: (weekly + [("once", "On one date")]).map {
        .init(value: $0.0, label: $0.1, isChosen: $0.0 == form.when)
      },
      day: form.day, time: form.time, minutes: form.minutes,
      modes: MeetingMode.allCases.filter { $0 != .inPerson || !places.isEmpty }.map {
        .init(value: $0.rawValue, label: $0.words, isChosen: $0.rawValue == form.mode)
      },
      places: places.map { .init(value: $0.label, label: $0.label, isChosen: $0.label == form.place) })
  }
}
