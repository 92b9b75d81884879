import Domain
import Foundation
import GRDB

extension Record {
  /// Whether something is kept of people who booked, or asked for a time, that ended before these moments.
  public func holdsSeekers(_ ends: SeekersDecision.Ends) throws -> Bool {
    try first("\(Self.endedBookings) LIMIT 1", Self.moments(ends)) != nil
      || first("\(Self.endedRequests) LIMIT 1", Self.momentsOfRequests(ends)) != nil
  }

  /// Their bookings and requests go, with every email about them; a digest says of a request only that there was one.
  func forgetSeekers(_ ends: SeekersDecision.Ends) throws {
    for row in try rows(Self.endedRequests, Self.momentsOfRequests(ends)) { try deleteRequest(row["id"]) }
    for row in try rows(Self.endedBookings, Self.moments(ends)) { try deleteBooking(row["id"]) }
    try noteErasure()
  }

  /// Emails whose period is an identifier, or that and what follows a hyphen: a full stop is the character after the hyphen.
  func deleteEmails(_ kinds: [Email.Kind], of id: String) throws {
    for kind in kinds {
      try run(
        "DELETE FROM outbox WHERE kind = ? AND period >= ? AND period < ?", [kind.rawValue, id, id + "."])
    }
  }

  private func deleteBooking(_ id: String) throws {
    try deleteEmails([.bookingConfirm, .bookingNews, .bookingReminder], of: id)
    for row in try rows("SELECT id FROM time_request WHERE booking_id = ?", [id]) {
      try deleteRequest(row["id"])
    }
    try run("DELETE FROM booking WHERE id = ?", [id])
  }

  /// What was booked goes when the last that its seeker booked was long enough ago; a cancelled one ended when it was.
  private static let endedBookings = """
    SELECT id FROM booking AS ended WHERE (state IN ('booked', 'cancelled') AND NOT EXISTS (
        SELECT 1 FROM booking AS other WHERE other.email_key = ended.email_key
          AND other.state IN ('booked', 'cancelled') AND coalesce(other.cancelled_at, other.starts_at) >= ?))
      OR (state IN ('awaiting', 'lapsed') AND asked_at < ?) OR (state = 'held' AND kept_until < ?)
    """

  /// What came to no appointment goes as long after its end; one on which something was booked goes with that.
  private static let endedRequests = """
    SELECT id FROM time_request WHERE (state IN ('over', 'withdrawn') AND ended_at < ?)
      OR (state = 'unconfirmed' AND made_at < ?)
    """

  private static func moments(_ ends: SeekersDecision.Ends) -> StatementArguments {
    [ends.appointments.milliseconds, ends.requests.milliseconds, ends.holds.milliseconds]
  }

  private static func momentsOfRequests(_ ends: SeekersDecision.Ends) -> StatementArguments {
    [ends.appointments.milliseconds, ends.requests.milliseconds]
  }
}
