import Domain
import Foundation
import GRDB

extension Record {
  /// What stands when a button of an email is pressed, or nil when there is no such email or member.
  public func answerFacts(email: OutboxEntry.ID) throws -> AnswerDecision.Facts? {
    guard let practitioner = try recipient(of: email) else { return nil }
    return AnswerDecision.Facts(
      email: email, practitioner: practitioner, wait: try wait(of: practitioner.id),
      answer: try answer(to: email))
  }

  /// The member an email was queued for.
  public func recipient(of email: OutboxEntry.ID) throws -> Practitioner? {
    let sql = "SELECT practitioner_id FROM outbox WHERE id = ?"
    guard let text: String = try first(sql, [email.text])?[0] else { return nil }
    return try Practitioner.ID(text).flatMap { try practitioner($0) }
  }

  /// Whether no later email with such buttons was queued for the same member.
  public func isLatest(_ email: OutboxEntry.ID) throws -> Bool {
    let sql = """
      SELECT count(*) FROM outbox AS later JOIN outbox AS this
        ON later.practitioner_id = this.practitioner_id
      WHERE this.id = ? AND later.created_at > this.created_at AND later.kind IN (?, ?)
      """
    let kinds = [Email.Kind.waitingPeriod, .digest].map(\.rawValue)
    return try first(sql, [email.text, kinds[0], kinds[1]])?[0] == 0
  }

  /// Those of the emails whose answers were contested.
  public func contested(among emails: [OutboxEntry.ID]) throws -> Set<OutboxEntry.ID> {
    Set(try emails.filter { try answer(to: $0)?.isContested == true || isContestedAsking($0) })
  }

  func answer(to email: OutboxEntry.ID) throws -> WaitAnswer? {
    let sql = "SELECT * FROM wait_answer WHERE email_id = ?"
    guard let row = try first(sql, [email.text]),
      let practitioner = Practitioner.ID(row["practitioner_id"])
    else { return nil }
    return WaitAnswer(
      email: email, practitioner: practitioner,
      period: (row["waiting_period"] as String?).flatMap(WaitingPeriod.init),
      at: Date(milliseconds: row["answered_at"]),
      before: try wait(row, prefix: "before_"),
      contestedAt: (row["contested_at"] as Int64?).map { Date(milliseconds: $0) })
  }
}
