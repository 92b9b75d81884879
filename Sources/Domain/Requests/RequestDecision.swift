import Foundation

/// A request for a time, step by step, as its seeker takes it: made, confirmed by email, taken back, or made once more.
public enum RequestDecision {
  /// What came of asking for a time.
  public enum Made: Hashable, Sendable {
    /// An email goes to the address, unless it had enough of them: that is told alike.
    case sent
    /// The practitioner takes nobody at present.
    case closed
  }

  /// Decides a new request. Nobody but its address is written to.
  ///
  /// - Parameters:
  ///   - first: Whom it asks first.
  ///   - questions: How many the address was sent within a day, of bookings and requests alike.
  public static func make(
    _ request: TimeRequest, first: BookingFacts?, questions: Int, email: OutboxEntry.ID, now: Date
  ) -> Decision<Made> {
    guard let first, first.mayBeAsked(now: now) else { return Decision(.closed) }
    guard questions < BookingDecision.mostQuestions else { return Decision(.sent) }
    let facts = RequestConfirmEmail(
      request: request.id, practitioner: first.practitioner.name, asksNext: request.parts.count > 1,
      madeAt: request.madeAt)
    return Decision(
      .sent, changes: [.requestSaved(request)],
      emails: [
        NewEmail(
          id: email, email: .requestConfirm(facts), recipient: .address(request.seeker.email),
          about: first.practitioner.id, period: request.id.text, notBefore: now,
          useBy: now + Booking.linkLasts)
      ])
  }

  /// What came of a press on a page of a request.
  public enum Outcome: Hashable, Sendable {
    case done
    /// The practitioner has something else at that time.
    case taken
    /// It is not between the first and the last moment that may be offered.
    case outside
    /// They take nobody at present, so they cannot be asked once more.
    case closed
    /// It was so before, was never so, or is over.
    case over
  }

  /// Whether its seeker may still confirm one at `now`.
  public static func mayConfirm(_ request: TimeRequest, now: Date) -> Bool {
    request.state.after(.confirm) != nil && now < request.madeAt + Booking.linkLasts
  }

  /// Decides that whoever was asked says yes: only now a practitioner learns of it.
  public static func confirm(_ facts: RequestFacts, _ means: Means) -> Decision<Outcome> {
    guard let request = facts.request, mayConfirm(request, now: means.now) else { return Decision(.over) }
    return ask(nextOf: request, by: .confirm, facts, means)
  }

  /// Decides that its seeker takes it back. Whoever was asked sees it when they open their link.
  public static func withdraw(_ request: TimeRequest?, now: Date) -> Decision<Outcome> {
    guard var request, let state = request.state.after(.withdraw) else { return Decision(.over) }
    request.state = state
    request.endedAt = now
    return Decision(.done, changes: [.requestSaved(request)])
  }

  /// Decides that the time does not suit: it is cancelled, and the practitioner is asked for another.
  public static func askAgain(
    _ wishes: String, for booking: Booking?, facts: RequestFacts, _ means: Means
  ) -> Decision<Outcome> {
    guard var request = facts.request, let booking, request.booking == booking.id,
      let state = request.state.after(.askAgain), var part = request.current,
      let practitioner = facts.practitioners[part.practitioner]
    else { return Decision(.over) }
    guard practitioner.mayBeAsked(now: means.now) else { return Decision(.closed) }
    let cancelled = BookingDecision.cancel(
      booking, by: .seeker, practitioner: practitioner.practitioner, means: means.booking)
    guard case .done = cancelled.outcome else { return Decision(.over) }
    part.answer = nil
    part.answeredAt = nil
    part.askedAt = means.now
    request.put(part)
    request.state = state
    request.booking = nil
    request.wishes = wishes
    return Decision(
      .done, changes: cancelled.changes + [.requestSaved(request)],
      emails: cancelled.emails + [question(part, of: request, practitioner, isAgain: true, means)])
  }
}

extension TimeRequest {
  mutating func put(_ part: Part) { parts = parts.map { $0.number == part.number ? part : $0 } }
}
