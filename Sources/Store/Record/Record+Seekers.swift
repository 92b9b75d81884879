import Domain
import Foundation
import GRDB

extension Record {
  /// Whether something is kept of people who booked that ended before these moments.
  public func holdsSeekers(_ ends: SeekersDecision.Ends) throws -> Bool {
    try first("\(Self.endedBookings) LIMIT 1", Self.moments(ends)) != nil
  }

  /// Their bookings go, with every email about them.
  func forgetSeekers(_ ends: SeekersDecision.Ends) throws {
    for row in try rows(Self.endedBookings, Self.moments(ends)) {
      let id: String = row["id"]
      for kind in [Email.Kind.bookingConfirm, .bookingNews, .bookingReminder] {
        try run(
          "DELETE FROM outbox WHERE kind = ? AND period >= ? AND period < ?", [kind.rawValue, id, id + "."])
      }
      try run("DELETE FROM booking WHERE id = ?", [id])
    }
    try noteErasure()
  }

  /// What was booked goes when the last that its seeker booked was long enough ago; a cancelled one ended when it was.
  private static let endedBookings = """
    SELECT id FROM booking AS ended WHERE (state IN ('booked', 'cancelled') AND NOT EXISTS (
        SELECT 1 FROM booking AS other WHERE other.email_key = ended.email_key
          AND other.state IN ('booked', 'cancelled') AND coalesce(other.cancelled_at, other.starts_at) >= ?))
      OR (state IN ('awaiting', 'lapsed') AND asked_at < ?) OR (state = 'held' AND kept_until < ?)
    """

  private static func moments(_ ends: SeekersDecision.Ends) -> StatementArguments {
    [ends.appointments.milliseconds, ends.requests.milliseconds, ends.holds.milliseconds]
  }
}
