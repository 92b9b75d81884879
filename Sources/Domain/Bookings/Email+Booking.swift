extension Email {
  /// Whether what an email says of a booking is still so; one that is about none is as true as ever.
  func isTrue(of booking: Booking?) -> Bool {
    guard let appointment else { return true }
    guard let booking, booking.id == appointment.booking, booking.sequence == appointment.sequence else {
      return isCancellation
    }
    switch self {
    case .bookingConfirm: return booking.state == .awaiting || booking.state == .lapsed
    case .bookingReminder: return booking.state == .booked
    default: return true
    }
  }

  /// Nothing comes after it, so it is said even when the booking is gone.
  private var isCancellation: Bool {
    if case .bookingNews(let facts) = self { facts.news == .cancelled } else { false }
  }
}
