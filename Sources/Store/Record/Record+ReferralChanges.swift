import Domain
import Foundation
import GRDB

extension Record {
  func applyReferral(_ change: Change) throws {
    switch change {
    case .referralMade(let referral):
      try insert(referral)
      for (position, asking) in referral.askings.enumerated() {
        try run(
          """
          INSERT INTO referral_asking (email_id, referral_id, practitioner_id, position, asked_at)
          VALUES (?, ?, ?, ?, ?)
          """,
          [
            asking.email.text, referral.id.text, asking.colleague.text, position,
            asking.askedAt.milliseconds,
          ])
      }
    case .referralAnswered(let asking):
      try run(
        """
        UPDATE referral_asking SET answer = ?, offered_wait = ?, answered_at = ?, contested_at = ? WHERE email_id = ?
        """,
        [
          asking.answer?.word, asking.answer?.from?.slug, asking.answeredAt?.milliseconds,
          asking.contestedAt?.milliseconds, asking.email.text,
        ])
    case .referralClosed(let id, let closing, let date):
      try run(
        "UPDATE referral SET state = ?, closed_at = ? WHERE id = ?",
        [closing.rawValue, date.milliseconds, id.text])
    default: break
    }
  }

  private func insert(_ referral: Referral) throws {
    let need = referral.need
    try run(
      """
      INSERT INTO referral (id, referrer_id, age_group, areas, modes, locality, funding, weeks, note, made_at, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        referral.id.text, referral.referrer.text, need.ageGroup, need.areas.joined(separator: " "),
        need.modes.joined(separator: " "), need.locality, need.funding, need.weeks, need.note,
        referral.madeAt.milliseconds, referral.state.rawValue,
      ])
  }

  /// What a member asked goes with every answer to it, and what they answered goes; their colleagues' waits stay as they said them,
  /// without the email that they said them through.
  func eraseReferrals(of id: Practitioner.ID) throws {
    let named = "SELECT id FROM outbox WHERE about_id = ?"
    try run("DELETE FROM wait_answer WHERE email_id IN (\(named))", [id.text])
    try run("UPDATE wait_event SET email_id = NULL WHERE email_id IN (\(named))", [id.text])
    try run(
      """
      DELETE FROM referral_asking
      WHERE practitioner_id = ? OR referral_id IN (SELECT id FROM referral WHERE referrer_id = ?)
      """, [id.text, id.text])
    try run("DELETE FROM referral WHERE referrer_id = ?", [id.text])
  }

  /// The answer to an email's question was contradicted within minutes.
  func isContestedAsking(_ email: OutboxEntry.ID) throws -> Bool {
    let sql = "SELECT 1 FROM referral_asking WHERE email_id = ? AND contested_at IS NOT NULL"
    return try first(sql, [email.text]) != nil
  }
}
