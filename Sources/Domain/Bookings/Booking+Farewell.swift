import Foundation

extension Booking {
  /// Tells the seeker that an appointment is off whose practitioner is erased, without a word of who that was; nil where there is
  /// nobody to tell. It is named after the booking: there is one at the most.
  func farewell(now: Date) -> NewEmail? {
    guard state == .booked, now < slot.start, let seeker, let email = OutboxEntry.ID(bytes: id.bytes) else {
      return nil
    }
    let appointment = Appointment(
      booking: id, sequence: sequence + 1, slot: slot, practitioner: "")
    let facts = BookingNewsEmail(
      appointment: appointment, news: .cancelled, reader: .seeker, by: .practitioner, changesUntil: now)
    return NewEmail(
      id: email, email: .bookingNews(facts), recipient: .address(seeker.email),
      period: "\(id)-\(sequence + 1)", notBefore: now, useBy: max(slot.end, now + 86_400))
  }
}
