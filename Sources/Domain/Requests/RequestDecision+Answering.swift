import Foundation

/// What a practitioner answers, and what comes of no answer.
extension RequestDecision {
  /// Decides a time that a practitioner offers: it is booked, and both have it in their calendars.
  public static func accept(_ slot: Slot, number: Int, facts: RequestFacts, _ means: Means) -> Decision<
    Outcome
  > {
    guard var request = facts.request, request.isOpen(to: number, now: means.now),
      let state = request.state.after(.accept), var part = request.part(number),
      let practitioner = facts.practitioners[part.practitioner], practitioner.practitioner.takesPart
    else { return Decision(.over) }
    if let refusal = practitioner.refusal(of: slot, for: .anybody, means.booking.terms, now: means.now) {
      return Decision(refusal)
    }
    let booking = means.booked(slot, for: request, with: part.practitioner)
    part.answer = .accepted
    part.answeredAt = means.now
    request.put(part)
    request.state = state
    request.booking = booking.id
    let booked = BookingDecision.booked(
      booking, .booked, by: .practitioner, practitioner.practitioner, means.booking,
      before: practitioner.lapsing(for: slot, taken: booking.id))
    return Decision(.done, changes: booked.changes + [.requestSaved(request)], emails: booked.emails)
  }

  /// Decides a no. Who is full says so in their listing as well.
  ///
  /// - Parameter wait: What the listing is to say; nil for "not this one".
  public static func refuse(
    number: Int, wait: WaitingPeriod?, facts: RequestFacts, _ means: Means
  ) -> Decision<Outcome> {
    guard var request = facts.request, request.isOpen(to: number, now: means.now),
      let part = request.part(number)
    else { return Decision(.over) }
    request.close(part, .init(wait), at: means.now)
    var decision = ask(nextOf: request, by: .pass, facts, means)
    if let wait { decision.changes.insert(said(wait, by: part.practitioner, means), at: 0) }
    return decision
  }

  /// Decides what comes of a request whose practitioner said nothing in time, or is gone.
  public static func lapse(_ facts: RequestFacts, _ means: Means) -> Decision<Outcome> {
    guard var request = facts.request, request.isDue(now: means.now) else { return Decision(.over) }
    if let part = request.current { request.close(part, .late, at: means.now) }
    return ask(nextOf: request, by: .pass, facts, means)
  }

  /// Asks the next who can be asked, or ends it; the seeker is told unless they have just asked for the one it is.
  static func ask(
    nextOf request: TimeRequest, by event: TimeRequest.Event, _ facts: RequestFacts, _ means: Means
  ) -> Decision<Outcome> {
    var request = request
    for part in request.parts where part.askedAt == nil && part.answer == nil {
      guard let next = facts.practitioners[part.practitioner], next.mayBeAsked(now: means.now),
        let state = request.state.after(event)
      else {
        request.close(part, .closed, at: means.now)
        continue
      }
      var part = part
      part.askedAt = means.now
      request.put(part)
      request.state = state
      let isChosen = part.number == 1
      return Decision(
        .done, changes: [.requestSaved(request)],
        emails: [question(part, of: request, next, isAgain: false, means)]
          + (isChosen ? [] : [news(.passedOn, of: request, next.practitioner, means)]))
    }
    guard let state = request.state.after(.end) else { return Decision(.over) }
    request.state = state
    request.endedAt = means.now
    return Decision(
      .done, changes: [.requestSaved(request)], emails: [news(.over, of: request, nil, means)])
  }

  static func question(
    _ part: TimeRequest.Part, of request: TimeRequest, _ facts: BookingFacts, isAgain: Bool, _ means: Means
  ) -> NewEmail {
    let answerBy = means.now + TimeRequest.answerLasts
    let email = RequestEmail(
      request: request.id, number: part.number, name: facts.practitioner.name, isAgain: isAgain,
      answerBy: answerBy, timeZone: facts.practitioner.zone(orSite: facts.siteZone).identifier)
    return NewEmail(
      id: means.question, email: .request(email), recipient: .practitioner(part.practitioner),
      period: "\(request.id)-\(part.number)-\(means.now.milliseconds)", notBefore: means.now, useBy: answerBy)
  }

  private static func news(
    _ news: RequestNewsEmail.News, of request: TimeRequest, _ practitioner: Practitioner?, _ means: Means
  ) -> NewEmail {
    let email = RequestNewsEmail(
      request: request.id, news: news, practitioner: practitioner?.name ?? "", at: means.now)
    return NewEmail(
      id: means.news, email: .requestNews(email), recipient: .address(request.seeker.email),
      about: practitioner?.id, period: "\(request.id)-\(means.now.milliseconds)", notBefore: means.now,
      useBy: means.now + TimeRequest.answerLasts)
  }

  /// It came by no email of the monthly round, so that none can take it back.
  private static func said(_ wait: WaitingPeriod, by practitioner: Practitioner.ID, _ means: Means) -> Change
  {
    .waitSaid(
      practitioner, StatedWait(wait, confirmedAt: means.now, means: .email),
      WaitEvent(id: means.event, kind: .said, at: means.now, means: .email))
  }
}

extension TimeRequest {
  fileprivate mutating func close(_ part: Part, _ answer: Answer, at now: Date) {
    var part = part
    part.answer = answer
    part.answeredAt = now
    put(part)
  }
}

extension TimeRequest.Answer {
  fileprivate init(_ wait: WaitingPeriod?) { self = wait == nil ? .no : .full }
}

extension RequestDecision.Means {
  /// The appointment that an offered time becomes. No browser ever held it.
  fileprivate func booked(_ slot: Slot, for request: TimeRequest, with practitioner: Practitioner.ID)
    -> Booking
  {
    var booking = Booking(
      id: booked, practitioner: practitioner, slot: slot, state: .booked,
      browser: SecretDigest(ofBytes: booked.bytes), keptUntil: now)
    booking.seeker = request.seeker
    booking.askedAt = now
    booking.bookedAt = now
    return booking
  }
}
