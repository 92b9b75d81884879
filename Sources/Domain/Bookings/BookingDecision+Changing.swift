import Foundation

/// What either side does to a booking by their link, or the practitioner on their page.
extension BookingDecision {
  /// Until when a seeker changes a booking by themselves.
  public static func changesUntil(_ slot: Slot, _ terms: BookingTerms) -> Date {
    slot.start - TimeInterval(terms.changeHours) * 3_600
  }

  /// Whether a side may still change a booking; a practitioner may until it begins.
  public static func mayChange(_ booking: Booking, by side: BookingSide, _ terms: BookingTerms, now: Date)
    -> Bool
  {
    now < (side == .seeker ? changesUntil(booking.slot, terms) : booking.slot.start)
  }

  /// Decides a cancellation. What was never confirmed ends without a word to anybody.
  public static func cancel(
    _ booking: Booking?, by side: BookingSide, practitioner: Practitioner?, means: Means
  ) -> Decision<Outcome> {
    guard var booking, let practitioner, let state = booking.state.after(.cancel),
      means.now < booking.slot.start
    else { return Decision(.over) }
    let wasBooked = booking.state == .booked
    guard !wasBooked || mayChange(booking, by: side, means.terms, now: means.now) else {
      return Decision(.tooLate)
    }
    booking.state = state
    booking.cancelledAt = means.now
    guard wasBooked else { return Decision(.done(booking), changes: [.bookingSaved(booking)]) }
    booking.sequence += 1
    return Decision(
      .done(booking), changes: [.bookingSaved(booking)],
      emails: news(.cancelled, of: booking, by: side, practitioner, means))
  }

  /// Decides a move to another free time: the same booking, which calendars know again.
  public static func move(
    _ booking: Booking?, to start: Date, by side: BookingSide, facts: BookingFacts?, means: Means
  ) -> Decision<Outcome> {
    guard let booking, let facts, booking.state.after(.move) != nil, means.now < booking.slot.start else {
      return Decision(.over)
    }
    guard mayChange(booking, by: side, means.terms, now: means.now) else { return Decision(.tooLate) }
    guard start != booking.slot.start else { return Decision(.done(booking)) }
    guard let slot = facts.free(at: start, for: .booking(booking.id), now: means.now) else {
      return Decision(.taken)
    }
    return moved(booking, to: slot, by: side, facts, means)
  }

  /// The same booking at a time that nothing stands in the way of.
  static func moved(
    _ booking: Booking, to slot: Slot, by side: BookingSide, _ facts: BookingFacts, _ means: Means
  ) -> Decision<Outcome> {
    guard let state = booking.state.after(.move) else { return Decision(.over) }
    var booking = booking
    booking.state = state
    booking.slot = slot
    booking.sequence += 1
    let lapsing = facts.lapsing(for: slot, taken: booking.id)
    return booked(booking, .moved, by: side, facts.practitioner, means, before: lapsing)
  }

  /// A booking that stands: both are told, and the seeker is reminded.
  static func booked(
    _ booking: Booking, _ kind: BookingNewsEmail.News, by side: BookingSide, _ practitioner: Practitioner,
    _ means: Means, before: [Change]
  ) -> Decision<Outcome> {
    Decision(
      .done(booking), changes: before + [.bookingSaved(booking)],
      emails: news(kind, of: booking, by: side, practitioner, means)
        + reminder(of: booking, practitioner, means))
  }

  private static func news(
    _ news: BookingNewsEmail.News, of booking: Booking, by side: BookingSide, _ practitioner: Practitioner,
    _ means: Means
  ) -> [NewEmail] {
    BookingSide.allCases.compactMap { reader in
      guard let recipient = recipient(reader, booking, practitioner) else { return nil }
      let facts = BookingNewsEmail(
        appointment: Appointment(booking, with: practitioner.name), news: news, reader: reader, by: side,
        changesUntil: changesUntil(booking.slot, means.terms))
      return NewEmail(
        id: reader == .seeker ? means.toSeeker : means.toPractitioner, email: .bookingNews(facts),
        recipient: recipient, about: reader == .seeker ? practitioner.id : nil, period: period(booking),
        notBefore: means.now, useBy: max(booking.slot.end, means.now + 86_400))
    }
  }

  /// None when it would go out with the confirmation or soon after it.
  private static func reminder(of booking: Booking, _ practitioner: Practitioner, _ means: Means)
    -> [NewEmail]
  {
    let due = booking.slot.start - TimeInterval(means.terms.reminderHours) * 3_600
    guard due > means.now + 86_400, let recipient = recipient(.seeker, booking, practitioner) else {
      return []
    }
    let facts = BookingReminderEmail(
      appointment: Appointment(booking, with: practitioner.name),
      changesUntil: changesUntil(booking.slot, means.terms))
    return [
      NewEmail(
        id: means.reminder, email: .bookingReminder(facts), recipient: recipient, about: practitioner.id,
        period: period(booking), notBefore: due, useBy: booking.slot.start)
    ]
  }

  private static func recipient(_ side: BookingSide, _ booking: Booking, _ practitioner: Practitioner)
    -> Recipient?
  {
    switch side {
    case .seeker: booking.seeker.map { .address($0.email) }
    case .practitioner: .practitioner(practitioner.id)
    }
  }

  /// An email a change and side.
  private static func period(_ booking: Booking) -> String { "\(booking.id)-\(booking.sequence)" }
}
