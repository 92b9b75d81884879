import Domain
import Foundation
import GRDB

extension Record {
  /// Queues emails; one that is there already (kind, period, recipient) is left as it is. Returns those that are new.
  ///
  /// A reminder is queued only with the question it names: when that was asked before, its own reminder stands.
  func queue(_ emails: [NewEmail]) throws -> [NewEmail] {
    var queued: Set<OutboxEntry.ID> = []
    return try emails.filter { email in
      if case .waitingPeriodReminder(let reminder) = email.email, !queued.contains(reminder.question) {
        return false
      }
      let address: String? = if case .address(let address) = email.recipient { address.text } else { nil }
      let practitioner: String? = if case .practitioner(let id) = email.recipient { id.text } else { nil }
      try run(
        """
        INSERT INTO outbox (id, kind, facts_version, facts, practitioner_id, address, recipient_key, about_id, period,
          created_at, use_by, state, due_at, first_due_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', ?, ?)
        ON CONFLICT (kind, period, recipient_key) DO NOTHING
        """,
        [
          email.id.text, email.email.kind.rawValue, email.email.kind.factsVersion,
          try EmailFacts.encode(email.email),
          practitioner, address, email.recipient.key, email.about?.text, email.period,
          email.notBefore.milliseconds, email.useBy.milliseconds, email.notBefore.milliseconds,
          email.notBefore.milliseconds,
        ])
      guard database.changesCount == 1 else { return false }
      queued.insert(email.id)
      return true
    }
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

  /// What became of the question that a reminder is about, or the end of a referral; nil for every other email.
  public func question(of entry: OutboxEntry) throws -> Owed.Question? {
    let asked: OutboxEntry.ID
    switch entry.email {
    case .waitingPeriodReminder(let reminder): asked = reminder.question
    case .referralReminder(let reminder): asked = reminder.question
    case .referralClosed(let closed): asked = closed.asking
    default: return nil
    }
    let statement = try database.cachedStatement(sql: "SELECT state, settled_at FROM outbox WHERE id = ?")
    guard let row = try Row.fetchOne(statement, arguments: [asked.text]),
      let state = OutboxEntry.State(rawValue: row["state"])
    else { return nil }
    return Owed.Question(
      state: state, settledAt: (row["settled_at"] as Int64?).map { Date(milliseconds: $0) })
  }

  /// What the outbox holds for a member: everything by kind and period, and what waits to be sent.
  public func outbox(of practitioner: Practitioner.ID) throws -> (
    known: Set<Plan.Known>, waiting: [Plan.Waiting]
  ) {
    let sql = "SELECT * FROM outbox WHERE practitioner_id = ? ORDER BY created_at"
    var (known, waiting): (Set<Plan.Known>, [Plan.Waiting]) = ([], [])
    for row in try Row.fetchAll(database, sql: sql, arguments: [practitioner.text]) {
      if let kind = Email.Kind(rawValue: row["kind"]) {
        known.insert(Plan.Known(kind: kind, period: row["period"]))
      }
      let state = OutboxEntry.State(rawValue: row["state"])
      guard state == .queued || state == .claimed || state == .uncertain else { continue }
      guard let due: Int64 = row["due_at"] ?? (state == .claimed ? row["first_due_at"] : nil) else {
        continue
      }
      let entry = try entry(row)
      waiting.append(
        Plan.Waiting(
          entry, due: Date(milliseconds: due), question: try question(of: entry),
          referral: try referralPart(of: entry), isRetold: try isRetold(entry)))
    }
    return (known, waiting)
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

  /// Since when the oldest email that should have gone out by now has been due.
  public func oldestDue(now: Date) throws -> Date? {
    let sql = """
      SELECT min(first_due_at) FROM outbox WHERE state IN ('queued', 'claimed', 'sending') AND first_due_at <= ?
      """
    return try Int64.fetchOne(database, sql: sql, arguments: [now.milliseconds]).map {
      Date(milliseconds: $0)
    }
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
