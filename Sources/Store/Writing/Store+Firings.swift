import Domain
import Foundation
import GRDB

/// A firing whose emails are being queued, as far as it has come.
public struct OpenFiring: Sendable, Hashable {
  /// Which time of which schedule.
  public var firing: Firing
  /// What is sent.
  public var kind: Email.Kind
  /// The last member, in the order of identifiers, who was asked whether they get it.
  public var reached: String
}

extension Store {
  /// Records that a schedule was looked at for recipients of a zone, and its firing when one is due.
  ///
  /// A schedule seen for the first time counts from now: it does not make up for times before it was there.
  public func tick(_ schedule: Schedule, zone: TimeZone, now: Date) async throws -> Firing? {
    try await writer.submit { database, _ in
      let record = Record(database)
      let sql = "SELECT ticked_at FROM schedule_progress WHERE schedule = ? AND zone = ?"
      let last = try Int64.fetchOne(database, sql: sql, arguments: [schedule.name, zone.identifier])
      let since = last.map { Date(milliseconds: $0) } ?? now
      // A clock set back looks at nothing new, and forgets nothing.
      let firing = since < now ? FiringDecision.due(schedule, zone: zone, since: since, now: now) : nil
      if let firing { try record.open(firing, kind: schedule.emails) }
      try record.run(
        """
        INSERT INTO schedule_progress VALUES (?, ?, ?)
        ON CONFLICT (schedule, zone) DO UPDATE SET ticked_at = excluded.ticked_at
          WHERE excluded.ticked_at > schedule_progress.ticked_at
        """, [schedule.name, zone.identifier, now.milliseconds])
      return firing
    }
  }

  /// When a schedule was last looked at for a zone.
  public func lastTick(of schedule: String, zone: String) async throws -> Date? {
    try await pool.read { database in
      let sql = "SELECT ticked_at FROM schedule_progress WHERE schedule = ? AND zone = ?"
      return try Int64.fetchOne(database, sql: sql, arguments: [schedule, zone]).map {
        Date(milliseconds: $0)
      }
    }
  }

  /// Records firings that the operator asked for.
  public func open(_ firings: [Firing], kind: Email.Kind) async throws {
    try await writer.submit { database, _ in
      for firing in firings { try Record(database).open(firing, kind: kind) }
    }
  }

  /// The oldest firing with recipients left to ask, or nil.
  public func unfinishedFiring() async throws -> OpenFiring? {
    try await pool.read { database in
      let sql = "SELECT * FROM firing WHERE finished_at IS NULL ORDER BY instant, schedule, zone LIMIT 1"
      guard let row = try Row.fetchOne(database, sql: sql), let kind = Email.Kind(rawValue: row["kind"])
      else { return nil }
      let firing = Firing(
        schedule: row["schedule"], zone: row["zone"], instant: Date(milliseconds: row["instant"]))
      return OpenFiring(firing: firing, kind: kind, reached: row["reached"])
    }
  }

  /// Queues the emails of a firing to its next recipients, as many as there are `ids` for, in one transaction with how far
  /// it came. Returns how many are new, or nil when there was nobody left and the firing is finished.
  public func advance(
    _ open: OpenFiring, ids: [OutboxEntry.ID], siteZone: TimeZone, now: Date
  ) async throws -> Int? {
    try await writer.submit { database, _ in
      let record = Record(database)
      let zone = TimeZone(identifier: open.firing.zone) ?? siteZone
      let next = try record.practitioners(
        after: open.reached, limit: ids.count, zone: open.firing.zone,
        isSiteZone: open.firing.zone == siteZone.identifier)
      let candidates = try zip(next, ids).map {
        RoundDecision.Candidate(practitioner: $0, wait: try record.wait(of: $0.id), emailID: $1)
      }
      let round = Round(at: open.firing.instant, in: zone)
      let emails = RoundDecision.emails(
        for: round, to: candidates, firedAt: max(open.firing.instant, now), siteZone: siteZone)
      let queued = try record.queue(emails)
      try record.advance(open, to: next.last?.id.text, queued: queued, now: now)
      return next.isEmpty ? nil : queued
    }
  }
}

extension Record {
  fileprivate func open(_ firing: Firing, kind: Email.Kind) throws {
    try run(
      """
      INSERT INTO firing (schedule, zone, instant, kind, reached, queued) VALUES (?, ?, ?, ?, '', 0)
      ON CONFLICT DO NOTHING
      """, [firing.schedule, firing.zone, firing.instant.milliseconds, kind.rawValue])
  }

  fileprivate func advance(_ open: OpenFiring, to reached: String?, queued: Int, now: Date) throws {
    try run(
      """
      UPDATE firing SET reached = coalesce(?, reached), queued = queued + ?, finished_at = ?
      WHERE schedule = ? AND zone = ? AND instant = ?
      """,
      [
        reached, queued, reached == nil ? now.milliseconds : nil, open.firing.schedule, open.firing.zone,
        open.firing.instant.milliseconds,
      ])
  }
}
