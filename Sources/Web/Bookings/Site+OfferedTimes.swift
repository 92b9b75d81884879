import Domain
import Foundation
import Hummingbird

/// What the two share who offer a time by hand: whoever is asked for one, and whoever moves what came of it.
extension Site {
  /// What came of an offer.
  enum Offered {
    /// It was decided: the page says how.
    case decided
    /// The form comes back.
    case wrong(Problems, HTTPResponse.Status)
  }

  /// Reads the time that a practitioner chose or typed, and decides it.
  func offer(
    _ form: OfferedTimeForm, of facts: BookingFacts,
    decide: (Slot) async throws -> RequestDecision.Outcome
  ) async throws -> Offered {
    let slot: Slot
    do throws(SlotForm.Problem) {
      slot = try form.slot(of: facts) { reference.localities.timeZone(of: $0) }
    } catch { return .wrong(Problems(error.sentence, about: error.field), .badRequest) }
    switch try await decide(slot) {
    case .taken:
      return .wrong(Problems("You have something else at that time", about: form.timeField), .conflict)
    case .outside: return .wrong(Problems(outside(facts), about: form.timeField), .badRequest)
    case .done:
      queued()
      return .decided
    case .over, .closed: return .decided
    }
  }

  /// Which times may be offered.
  private func outside(_ facts: BookingFacts) -> String {
    let first = facts.requestWindow(settings.bookings, now: now()).lowerBound
    let zone = facts.practitioner.zone(orSite: facts.siteZone)
    return "Offer a time from \(AppointmentWords.moment(first, in: zone)) on, within half a year"
  }

  /// The fields of an offer, with the short list; `booking` is the one that is moved.
  func fields(
    _ form: OfferedTimeForm, of facts: BookingFacts, moving booking: Booking? = nil, _ problems: Problems
  ) -> OfferedTimeFields {
    let listed = facts.shortList(
      settings.bookings, minutes: Int(form.minutes) ?? 50, moving: booking, now: now())
    let times = listed.map { slot in
      let value = String(slot.start.milliseconds)
      let words = AppointmentWords(slot)
      return Choices.Choice(value: value, label: "\(words.day), \(words.start)", isChosen: value == form.slot)
    }
    let other = Choices.Choice(
      value: OfferedTimeForm.other, label: "Another time", isChosen: form.slot == OfferedTimeForm.other)
    return OfferedTimeFields(
      zone: AppointmentWords.name(of: facts.practitioner.zone(orSite: facts.siteZone)),
      times: times + [other],
      meetings: MeetingChoice.all(facts.listing?.profile.locations ?? []).map {
        .init(value: $0.value, label: $0.words, isChosen: $0.value == form.meeting)
      },
      day: form.day, time: form.time, minutes: form.minutes, problems: problems)
  }
}

extension OfferedTimeForm {
  /// What a form sent.
  init(_ form: Form) {
    self.init(
      slot: form["slot"] ?? "", day: form["day"] ?? "", time: form["time"] ?? "",
      minutes: form["minutes"] ?? "", meeting: form["meeting"] ?? "")
  }

  /// Where what is wrong with the time is said.
  fileprivate var timeField: String { isListed ? "slot" : "day" }
}
