import Domain
import Foundation

/// A request in words, for its seeker and for whom it asks.
struct RequestView: Sendable {
  let site: Site
  let opened: OpenedRequest

  private var request: TimeRequest { opened.request }

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
      until: AppointmentWords.moment(until, in: zone), path: LinkTarget(opened.path),
      formToken: opened.formToken,
      offer: site.fields(typed ?? OfferedTimeForm(suggestedBy: facts), of: facts, problems), first: first)
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
}
