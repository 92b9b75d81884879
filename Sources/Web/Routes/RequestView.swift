import Domain
import Foundation

/// A request in words, for its seeker and for whom it asks.
struct RequestView: Sendable {
  let site: Site
  let opened: RequestLinkRoutes.Opened

  private var request: TimeRequest { opened.request }
  private var terms: BookingTerms { site.settings.bookings }

  /// What its seeker confirms; nil when there is nothing to confirm.
  var confirming: RequestConfirmPage? {
    guard RequestDecision.mayConfirm(request, now: site.now()), let first = request.parts.first else {
      return nil
    }
    return opened.facts.practitioners[first.practitioner].map {
      RequestConfirmPage(
        practitioner: $0.practitioner.name, asksNext: request.parts.count > 1, path: LinkTarget(opened.path))
    }
  }

  /// How it stands, for its seeker; nil for one that was never confirmed.
  var standing: RequestPage.Standing? {
    switch request.state {
    case .unconfirmed: nil
    case .asked: asked
    case .accepted: booked
    case .over: .over
    case .withdrawn: .withdrawn
    }
  }

  /// Between two who are asked there may be some minutes in which nobody is: the next look settles that.
  private var asked: RequestPage.Standing? {
    guard let current = opened.current, let until = request.current?.answerBy else { return .unknown }
    return .asked(
      practitioner: current.practitioner.name,
      until: AppointmentWords.moment(until, in: site.settings.timeZone), path: LinkTarget(opened.path))
  }

  private var booked: RequestPage.Standing? {
    guard let booking = opened.booking, let current = opened.current else { return nil }
    return .booked(
      AppointmentPart(booking.slot, with: current.practitioner.name),
      path: site.bookingPath(booking, for: .seeker))
  }

  /// Whom a part asks, while their answer is awaited.
  func asked(_ number: Int) -> BookingFacts? {
    guard request.isOpen(to: number, now: site.now()), let part = request.part(number),
      let facts = opened.facts.practitioners[part.practitioner], facts.practitioner.takesPart
    else { return nil }
    return facts
  }

  func question(
    _ number: Int, first: RequestAnswerPage.First? = nil, typed: OfferedTimeForm? = nil,
    problems: Problems = Problems()
  ) -> RequestAnswerPage? {
    guard let facts = asked(number), let until = request.part(number)?.answerBy else { return nil }
    let zone = facts.practitioner.zone(orSite: facts.siteZone)
    return RequestAnswerPage(
      standing: request.seeker.standing.words, wishes: request.wishes, answers: request.seeker.answers,
      until: AppointmentWords.moment(until, in: zone), zone: AppointmentWords.name(of: zone),
      path: LinkTarget(opened.path),
      typed: .init(typed ?? OfferedTimeForm(suggestedBy: facts), facts, terms, now: site.now()),
      first: first, problems: problems)
  }

  func answered(_ number: Int) -> RequestAnsweredPage {
    let part = request.part(number)
    if part?.answer == .accepted, let booking = opened.booking, booking.state == .booked {
      return RequestAnsweredPage(standing: .booked(AppointmentPart(booking.slot, with: nil)))
    }
    return RequestAnsweredPage(standing: .over(sentence(part)))
  }

  private func sentence(_ part: TimeRequest.Part?) -> String {
    switch part?.answer {
    case .accepted: "You offered a time, and the appointment was cancelled since."
    case .no: "You said that you cannot take this one. Thank you for answering."
    case .full:
      "You said that you are full, and your listing says what you chose. Thank you for answering."
    case .late, .closed: "The time for an answer is over."
    case nil:
      request.state == .withdrawn
        ? "Whoever asked needs no time any more." : "The time for an answer is over."
    }
  }

  /// Which times may be offered.
  func outside(_ facts: BookingFacts, now: Date) -> String {
    let window = facts.requestWindow(terms, now: now)
    let zone = facts.practitioner.zone(orSite: facts.siteZone)
    return "Offer a time from \(AppointmentWords.moment(window.lowerBound, in: zone)) on, within half a year"
  }
}

extension RequestAnswerPage.Typed {
  /// The short list and what was typed.
  fileprivate init(_ form: OfferedTimeForm, _ facts: BookingFacts, _ terms: BookingTerms, now: Date) {
    let listed = facts.shortList(terms, minutes: Int(form.minutes) ?? 50, now: now).map { slot in
      let value = String(slot.start.milliseconds)
      let words = AppointmentWords(slot)
      return Choices.Choice(value: value, label: "\(words.day), \(words.start)", isChosen: value == form.slot)
    }
    let other = Choices.Choice(
      value: OfferedTimeForm.other, label: "Another time", isChosen: form.slot == OfferedTimeForm.other)
    self.init(
      times: listed + [other],
      meetings: MeetingChoice.all(facts.listing?.profile.locations ?? []).map {
        .init(value: $0.value, label: $0.words, isChosen: $0.value == form.meeting)
      },
      day: form.day, time: form.time, minutes: form.minutes)
  }
}
