import Domain
import Foundation
import GRDB

/// A firing as it stands on record.
public struct FiringRecord: Sendable, Hashable {
  /// Which time of which schedule.
  public var firing: Firing
  /// Emails it queued.
  public var queued: Int
  /// Recipients for whom it was too late.
  public var late: Int
  /// When the last of them was queued; nil while that goes on.
  public var finishedAt: Date?
  /// Why it was not made up for.
  public var missed: MissedFiring.Reason?
}

extension Store {
  /// Looks at a schedule's times for the recipients of a zone, and records what fires and what was missed.
  ///
  /// A schedule seen for the first time, or with other times than before, counts from now: it does not make up for times
  /// before it was there.
  public func look(at schedule: Schedule, zone: TimeZone, startedAt: Date, now: Date) async throws
    -> FiringDecision.Look
  {
    try await writer.submit { [keys] database, _ in
      let record = Record(database, keys)
      let last = try record.lastLook(at: schedule, zone: zone.identifier)
      // A clock set back looks at nothing new, and forgets nothing.
      var look = FiringDecision.Look()
      if let last, last < now {
        look = FiringDecision.look(schedule, zone: zone, since: last, startedAt: startedAt, now: now)
      }
      if let firing = look.firing { try record.open(firing, schedule.terms, kind: schedule.emails) }
      for missed in look.missed { try record.note(missed, kind: schedule.emails, now: now) }
      try record.looked(at: schedule, zone: zone.identifier, now: last.map { max($0, now) } ?? now)
      return look
    }
  }

  /// When a schedule, with the times it has now, was last looked at for a zone.
  public func lastLook(at schedule: Schedule, zone: String) async throws -> Date? {
    try await reading { [keys] in try Record($0, keys).lastLook(at: schedule, zone: zone) }
  }

  /// Records firings that the operator asked for.
  public func open(_ firings: [Firing], terms: FiringTerms, kind: Email.Kind) async throws {
    try await writer.submit { [keys] database, _ in
      for firing in firings { try Record(database, keys).open(firing, terms, kind: kind) }
    }
  }

  /// The oldest firing with recipients left to ask, or nil.
  public func unfinishedFiring() async throws -> Firing? {
    try await reading { database in
      let sql = "SELECT * FROM firing WHERE finished_at IS NULL ORDER BY instant, schedule, zone LIMIT 1"
      return try Row.fetchOne(database, sql: sql).map { Firing($0) }
    }
  }

  /// Queues the emails of a firing to its next recipients, as many as there are `ids` for, in one transaction with how far
  /// it came. Returns the emails that are new, or nil when there was nobody left and the firing is finished.
  public func advance(
    _ firing: Firing, ids: [(email: OutboxEntry.ID, reminder: OutboxEntry.ID)], siteZone: TimeZone, now: Date
  ) async throws -> [NewEmail]? {
    let queued: [NewEmail]? = try await writer.submit(in: .steps) { [keys] database, _ in
      let record = Record(database, keys)
      guard let (terms, reached) = try record.unfinished(firing) else { return nil }
      let next = try record.practitioners(
        after: reached, limit: ids.count, zone: firing.zone, isSiteZone: firing.zone == siteZone.identifier)
      let candidates = try zip(next, ids).map {
        RoundDecision.Candidate(
          practitioner: $0, wait: try record.wait(of: $0.id), emailID: $1.email, reminderID: $1.reminder)
      }
      let asked = RoundDecision.emails(
        of: firing, terms: terms, to: candidates, siteZone: siteZone, now: now)
      let queued = try record.queue(asked.emails)
      try record.advance(firing, to: next.last?.id.text, queued: queued.count, late: asked.late, now: now)
      return next.isEmpty ? nil : queued
    }
    if let queued { observe(queued) }
    return queued
  }
}

extension Record {
  /// The last firings of a schedule, newest first.
  public func firings(of schedule: String, limit: Int) throws -> [FiringRecord] {
    let sql = "SELECT * FROM firing WHERE schedule = ? ORDER BY instant DESC, zone LIMIT ?"
    return try Row.fetchAll(database, sql: sql, arguments: [schedule, limit]).map(FiringRecord.init)
  }

  /// A firing as it stands, or nil.
  public func firing(_ firing: Firing) throws -> FiringRecord? {
    let sql = "SELECT * FROM firing WHERE schedule = ? AND zone = ? AND instant = ?"
    let key: StatementArguments = [firing.schedule, firing.zone, firing.instant.milliseconds]
    return try Row.fetchOne(database, sql: sql, arguments: key).map(FiringRecord.init)
  }

  /// Firings that have recipients left to ask, with how their emails go out.
  public func unfinishedFirings() throws -> [Plan.Firing] {
    let sql = "SELECT * FROM firing WHERE finished_at IS NULL ORDER BY instant, schedule, zone"
    return try Row.fetchAll(database, sql: sql).map { Plan.Firing(Firing($0), FiringTerms($0)) }
  }

  /// When a schedule, with the times it has now, was last looked at for a zone.
  public func lastLook(at schedule: Schedule, zone: String) throws -> Date? {
    let sql = "SELECT ticked_at FROM schedule_progress WHERE schedule = ? AND zone = ? AND times IN (?, '')"
    return try Int64.fetchOne(database, sql: sql, arguments: [schedule.name, zone, schedule.times])
      .map { Date(milliseconds: $0) }
  }

  /// How an unfinished firing goes out, and the last member, in the order of identifiers, whom it has reached.
  fileprivate func unfinished(_ firing: Firing) throws -> (terms: FiringTerms, reached: String)? {
    let sql = "SELECT * FROM firing WHERE schedule = ? AND zone = ? AND instant = ? AND finished_at IS NULL"
    let key: StatementArguments = [firing.schedule, firing.zone, firing.instant.milliseconds]
    return try Row.fetchOne(database, sql: sql, arguments: key).map { (FiringTerms($0), $0["reached"]) }
  }

  fileprivate func looked(at schedule: Schedule, zone: String, now: Date) throws {
    try run(
      """
      INSERT INTO schedule_progress (schedule, zone, ticked_at, times) VALUES (?, ?, ?, ?)
      ON CONFLICT (schedule, zone) DO UPDATE SET ticked_at = excluded.ticked_at, times = excluded.times
      """, [schedule.name, zone, now.milliseconds, schedule.times])
  }

  fileprivate func open(_ firing: Firing, _ terms: FiringTerms, kind: Email.Kind) throws {
    try run(
      """
      INSERT INTO firing (schedule, zone, instant, kind, reached, queued, randomized_delay, cut_off, reminder_after)
      VALUES (?, ?, ?, ?, '', 0, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """,
      [
        firing.schedule, firing.zone, firing.instant.milliseconds, kind.rawValue,
        Int64(terms.randomizedDelay * 1000), Int64(terms.cutOff * 1000), terms.reminderAfter,
      ])
  }

  fileprivate func note(_ missed: MissedFiring, kind: Email.Kind, now: Date) throws {
    try run(
      """
      INSERT INTO firing (schedule, zone, instant, kind, reached, queued, finished_at, missed)
      VALUES (?, ?, ?, ?, '', 0, ?, ?)
      ON CONFLICT DO NOTHING
      """,
      [
        missed.firing.schedule, missed.firing.zone, missed.firing.instant.milliseconds, kind.rawValue,
        now.milliseconds, missed.reason.rawValue,
      ])
  }

  fileprivate func advance(_ firing: Firing, to reached: String?, queued: Int, late: Int, now: Date) throws {
    try run(
      """
      UPDATE firing SET reached = coalesce(?, reached), queued = queued + ?, late = late + ?, finished_at = ?
      WHERE schedule = ? AND zone = ? AND instant = ?
      """,
      [
        reached, queued, late, reached == nil ? now.milliseconds : nil, firing.schedule, firing.zone,
        firing.instant.milliseconds,
      ])
  }
}

extension Firing {
  fileprivate init(_ row: Row) {
    self.init(schedule: row["schedule"], zone: row["zone"], instant: Date(milliseconds: row["instant"]))
  }
}

extension FiringTerms {
  fileprivate init(_ row: Row) {
    let (delay, cutOff): (Int64, Int64) = (row["randomized_delay"], row["cut_off"])
    self.init(
      randomizedDelay: TimeInterval(delay) / 1000, cutOff: TimeInterval(cutOff) / 1000,
      reminderAfter: row["reminder_after"])
  }
}

extension FiringRecord {
  fileprivate init(_ row: Row) {
    self.init(
      firing: Firing(row), queued: row["queued"], late: row["late"],
      finishedAt: (row["finished_at"] as Int64?).map { Date(milliseconds: $0) },
      missed: (row["missed"] as String?).flatMap(MissedFiring.Reason.init))
  }
}
