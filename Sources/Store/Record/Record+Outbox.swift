import Domain
import Foundation
import GRDB

extension Record {
  /// Queues emails; one that is there already (kind, period, recipient) is left as it is. Returns how many are new.
  @discardableResult
  func queue(_ emails: [NewEmail]) throws -> Int {
    var queued = 0
    for email in emails {
      let address: String? = if case .address(let address) = email.recipient { address.text } else { nil }
      let practitioner: String? = if case .practitioner(let id) = email.recipient { id.text } else { nil }
      try run(
        """
        INSERT INTO outbox (id, kind, facts_version, facts, practitioner_id, address, recipient_key, period, created_at,
          use_by, state, due_at, first_due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)
        ON CONFLICT (kind, period, recipient_key) DO NOTHING
        """,
        [
          email.id.text, email.email.kind.rawValue, email.email.kind.factsVersion,
          try EmailFacts.encode(email.email),
          practitioner, address, email.recipient.key, email.period, email.notBefore.milliseconds,
          email.useBy.milliseconds, email.notBefore.milliseconds, email.notBefore.milliseconds,
        ])
      queued += database.changesCount
    }
    return queued
  }

  /// An email of the outbox, or nil.
  public func email(_ id: OutboxEntry.ID) throws -> OutboxEntry? {
    let statement = try database.cachedStatement(sql: "SELECT * FROM outbox WHERE id = ?")
    return try Row.fetchOne(statement, arguments: [id.text]).map(entry)
  }

  /// Emails of the outbox, newest first. Asked for `uncertain`, those that were sent again since are there too.
  public func emails(in state: OutboxEntry.State?, limit: Int) throws -> [OutboxEntry] {
    let condition =
      switch state {
      case nil: ""
      case .uncertain: "WHERE state = 'uncertain' OR uncertainties > 0"
      case .some(let state): "WHERE state = '\(state.rawValue)'"
      }
    let sql = "SELECT * FROM outbox \(condition) ORDER BY created_at DESC, id LIMIT ?"
    return try Row.fetchAll(database, sql: sql, arguments: [limit]).map(entry)
  }

  /// How many emails are in each state.
  public func countsByState() throws -> [OutboxEntry.State: Int] {
    var counts: [OutboxEntry.State: Int] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT state, count(*) AS count FROM outbox GROUP BY state") {
      if let state = OutboxEntry.State(rawValue: row["state"]) { counts[state] = row["count"] }
    }
    return counts
  }

  /// How many emails there have been.
  public func countOfEmails() throws -> Int { try countsByState().values.reduce(0, +) }

  /// Since when the oldest email that waits has been due.
  public func oldestDue() throws -> Date? {
    let sql = "SELECT min(first_due_at) FROM outbox WHERE state IN ('queued', 'claimed', 'sending')"
    return try Int64.fetchOne(database, sql: sql).map { Date(milliseconds: $0) }
  }

  func entry(_ row: Row) throws -> OutboxEntry {
    let text: String = row["id"]
    guard let id = OutboxEntry.ID(text), let kind = Email.Kind(rawValue: row["kind"]),
      let state = OutboxEntry.State(rawValue: row["state"]), let recipient = try recipient(row)
    else { throw StoreError.unreadableRow(table: "outbox", id: text, why: "id, kind, state or recipient") }
    do throws(EmailFacts.Unreadable) {
      return OutboxEntry(
        id: id, email: try EmailFacts.decode(row["facts"], kind: kind, version: row["facts_version"]),
        recipient: recipient, period: row["period"], createdAt: Date(milliseconds: row["created_at"]),
        useBy: Date(milliseconds: row["use_by"]), state: state, attempts: row["attempts"],
        uncertainties: row["uncertainties"], lastReply: row["last_reply"],
        firstDue: Date(milliseconds: row["first_due_at"]))
    } catch { throw StoreError.unreadableRow(table: "outbox", id: text, why: "\(error)") }
  }

  private func recipient(_ row: Row) throws -> Recipient? {
    if let text: String = row["practitioner_id"] { return Practitioner.ID(text).map(Recipient.practitioner) }
    guard let address: String = row["address"] else { return nil }
    return (try? EmailAddress(address)).map(Recipient.address)
  }
}
