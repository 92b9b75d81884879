import Domain
import Foundation
import GRDB

extension Record {
  /// Whether something is kept of people who are no members that came to its end before a moment.
  public func holdsStrangers(before moment: Date) throws -> Bool {
    try first(
      "\(Self.oldInvitations) UNION ALL \(Self.oldEmails) LIMIT 1",
      [moment.milliseconds, moment.milliseconds])
      != nil
  }

  func forgetStrangers(before moment: Date) throws {
    for row in try rows(Self.oldInvitations, [moment.milliseconds]) {
      try eraseSendings(of: row["id"])
      try run("DELETE FROM invitation WHERE id = ?", [row["id"] as String])
    }
    try run("DELETE FROM outbox WHERE id IN (\(Self.oldEmails))", [moment.milliseconds])
    try noteErasure()
  }

  private static let oldInvitations = "SELECT id FROM invitation WHERE redeemed_at IS NULL AND expires_at < ?"
  private static let oldEmails = "SELECT id FROM outbox WHERE practitioner_id IS NULL AND settled_at < ?"
}
