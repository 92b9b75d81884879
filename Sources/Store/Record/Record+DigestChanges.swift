import Domain
import Foundation
import GRDB

extension Record {
  /// Puts how often emails are wanted in the place of what was; when the next digest is due is worked out anew.
  func save(_ preferences: EmailPreferences, of id: Practitioner.ID) throws {
    try run(
      """
      UPDATE practitioner SET round_frequency = ?, digest_frequency = ?, digest_day = ?, digest_hour = ?,
        digest_due_at = 0
      WHERE id = ?
      """,
      [
        preferences.rounds.rawValue, preferences.digests.rawValue, preferences.digestDay.rawValue,
        preferences.digestHour, id.text,
      ])
  }

  func setDigestDue(_ date: Date, of id: Practitioner.ID) throws {
    try run("UPDATE practitioner SET digest_due_at = ? WHERE id = ?", [date.milliseconds, id.text])
  }

  /// A digest whose email is in the outbox.
  func insert(_ digest: DigestRecord, naming members: Set<Practitioner.ID>) throws {
    try forgetDigests(of: digest.member, before: digest.since)
    try run(
      "INSERT INTO digest (practitioner_id, period, since, until, email_id) VALUES (?, ?, ?, ?, ?)",
      [
        digest.member.text, digest.period.text, digest.since.milliseconds, digest.until.milliseconds,
        digest.email.text,
      ])
    // Their own name is in it as well.
    for member in members.union([digest.member]) {
      try run("INSERT INTO digest_mention VALUES (?, ?)", [member.text, digest.email.text])
    }
  }

  /// Of digests that no later one needs to know, only that they were is kept.
  private func forgetDigests(of id: Practitioner.ID, before moment: Date) throws {
    let sql = """
      SELECT outbox.* FROM digest JOIN outbox ON outbox.id = digest.email_id
      WHERE digest.practitioner_id = ? AND until < ? AND state IN ('sent', 'failed', 'cancelled')
        AND EXISTS (SELECT 1 FROM digest_mention WHERE digest_mention.email_id = outbox.id)
      """
    for row in try rows(sql, [id.text, moment.milliseconds]) {
      guard case .digest(let email) = try entry(row).email else { continue }
      try run("DELETE FROM digest_mention WHERE email_id = ?", [row["id"] as String])
      try put(email.forgotten, into: row["id"])
    }
  }

  /// The digests of a member go, and their name goes out of everybody else's.
  func eraseDigests(of id: Practitioner.ID) throws {
    try run(
      """
      DELETE FROM digest_mention WHERE email_id IN (SELECT email_id FROM digest WHERE practitioner_id = ?)
      """, [id.text])
    try run("DELETE FROM digest WHERE practitioner_id = ?", [id.text])
    let sql = """
      SELECT outbox.* FROM digest_mention JOIN outbox ON outbox.id = digest_mention.email_id WHERE member_id = ?
      """
    for row in try rows(sql, [id.text]) {
      if case .digest(let email) = try entry(row).email { try put(email.without(id), into: row["id"]) }
    }
    try run("DELETE FROM digest_mention WHERE member_id = ?", [id.text])
  }

  private func put(_ email: DigestEmail, into id: String) throws {
    try run("UPDATE outbox SET facts = ? WHERE id = ?", [try EmailFacts.encode(.digest(email)), id])
  }
}
