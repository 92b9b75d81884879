import Domain
import Foundation
import GRDB

extension Record {
  /// Members whose digest is due, or whose next time is not known yet: the longest due first, so many at the most.
  public func membersDueDigests(now: Date, limit: Int) throws -> [Practitioner.ID] {
    let sql = """
      SELECT id FROM practitioner WHERE erased_at IS NULL AND digest_due_at <= ? ORDER BY digest_due_at, id LIMIT ?
      """
    return try rows(sql, [now.milliseconds, limit]).compactMap { Practitioner.ID($0["id"] as String) }
  }

  /// What a member's next digest rests on at a moment; nil when there is nobody.
  public func digestFacts(of id: Practitioner.ID, siteZone: TimeZone, now: Date) throws -> DigestFacts? {
    guard let practitioner = try practitioner(id) else { return nil }
    var facts = DigestFacts(
      practitioner: practitioner, wait: try wait(of: id), due: try digestDue(of: id),
      lastPeriod: try lastPeriod(of: id))
    // Of who gets none, only when to look again is worked out.
    guard DigestDecision.isWanted(by: practitioner) else { return facts }
    facts.told = try lastTold(id)
    facts.searches = try savedSearches(of: id)
    facts.recommendations = try recommendations(of: id)
    let start = facts.start - DigestFacts.overlap
    facts.unanswered = try referralsUnanswered(by: id, after: start)
    facts.answers = try referralAnswers(to: id, after: start)
    facts.requests = try requestsUnanswered(by: id, after: start)
    if try isOpenToSeekers(id) { facts.booking = try bookingFacts(id, siteZone: siteZone, now: now) }
    return facts
  }

  /// How many digests there have been.
  public func countOfDigests() throws -> Int { try first("SELECT count(*) FROM digest", [])?[0] ?? 0 }

  /// Lines of the history of waits after a moment, in the order of time.
  public func waitHistory(after moment: Date) throws -> WaitHistory {
    let sql = """
      SELECT practitioner_id, happened_at, before_waiting_period FROM wait_event WHERE happened_at > ?
      ORDER BY happened_at
      """
    return WaitHistory(
      try rows(sql, [moment.milliseconds]).compactMap { row in
        Practitioner.ID(row["practitioner_id"] as String).map {
          WaitHistory.Line(
            at: Date(milliseconds: row["happened_at"]), member: $0,
            before: (row["before_waiting_period"] as String?).flatMap(WaitingPeriod.init))
        }
      })
  }

  /// Whether a later digest of the same member begins where this one does: it tells what this one would.
  func isRetold(_ entry: OutboxEntry) throws -> Bool {
    guard entry.email.kind == .digest else { return false }
    let sql = """
      SELECT 1 FROM digest AS this JOIN digest AS later ON later.practitioner_id = this.practitioner_id
      WHERE this.email_id = ? AND later.until > this.until AND later.since <= this.since
      """
    return try first(sql, [entry.id.text]) != nil
  }

  private func digestDue(of id: Practitioner.ID) throws -> Date? {
    let row = try first("SELECT digest_due_at FROM practitioner WHERE id = ?", [id.text])
    let due: Int64 = row?[0] ?? 0
    return due == 0 ? nil : Date(milliseconds: due)
  }

  private func lastPeriod(of id: Practitioner.ID) throws -> LocalDay? {
    let sql = "SELECT max(period) FROM digest WHERE practitioner_id = ?"
    return (try first(sql, [id.text])?[0] as String?).flatMap(LocalDay.init)
  }

  /// The last that went out, or is on its way out of the door.
  private func lastTold(_ id: Practitioner.ID) throws -> DigestEmail? {
    let sql = """
      SELECT outbox.* FROM digest JOIN outbox ON outbox.id = digest.email_id
      WHERE digest.practitioner_id = ? AND outbox.state IN ('sending', 'sent', 'uncertain')
      ORDER BY until DESC LIMIT 1
      """
    guard let row = try first(sql, [id.text]), case .digest(let told) = try entry(row).email else {
      return nil
    }
    return told
  }
}
