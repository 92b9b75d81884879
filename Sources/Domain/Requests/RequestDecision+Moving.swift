extension RequestDecision {
  /// Decides another time for what was booked on a request, which its practitioner offers as they offered the first: the same
  /// booking, which calendars know again.
  public static func move(_ booking: Booking?, to slot: Slot, facts: RequestFacts, _ means: Means)
    -> Decision<Outcome>
  {
    guard let booking, facts.request?.booking == booking.id, booking.state.after(.move) != nil,
      slot != booking.slot,
      BookingDecision.mayChange(booking, by: .practitioner, means.booking.terms, now: means.now),
      let practitioner = facts.practitioners[booking.practitioner]
    else { return Decision(.over) }
    let looker = BookingFacts.Looker.booking(booking.id)
    if let refusal = practitioner.refusal(of: slot, for: looker, means.booking.terms, now: means.now) {
      return Decision(refusal)
    }
    let moved = BookingDecision.moved(booking, to: slot, by: .practitioner, practitioner, means.booking)
    guard case .done = moved.outcome else { return Decision(.over) }
    return Decision(.done, changes: moved.changes, emails: moved.emails)
  }
}
