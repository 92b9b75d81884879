import Domain
import Foundation
import GRDB

/// An attempt that has ended, as its result goes into the record.
public struct SettledAttempt: Sendable {
  /// Its identifier.
  public var id: OutboxEntry.ID
  /// What becomes of the email.
  public var settlement: Settlement
  /// The server's words, for the operator.
  public var reply: String
  /// SHA-256 of the message's bytes, in hexadecimal.
  public var messageHash: String?
  /// What it means for others that wait.
  public var consequence: Consequence?

  /// The end of an attempt.
  public init(
    id: OutboxEntry.ID, settlement: Settlement, reply: String, messageHash: String?,
    consequence: Consequence? = nil
  ) {
    self.consequence = consequence
    self.id = id
    self.settlement = settlement
    self.reply = reply
    self.messageHash = messageHash
  }
}

/// An email that may go out now: `sending` is on disk.
public struct StartedAttempt: Sendable {
  /// The row, its attempt counted.
  public var entry: OutboxEntry
  /// Where it goes, as of now.
  public var address: EmailAddress
}

/// What one exchange with the record brought.
public struct DeliveryExchange: Sendable {
  /// To be sent, in the order asked for; those no longer owed are left out and cancelled.
  public var started: [StartedAttempt]
  /// Newly under our lease, to be asked to start later.
  public var claimed: [OutboxEntry.ID]
  /// The record's generation, when something was started: it is to be written down outside the record.
  public var generation: Int64?
  /// Streams that a refusal paused anew or for longer, and those that a probe has opened again.
  public var paused: [StreamPause]
  /// See `paused`.
  public var resumed: [EmailStream]
}

extension Store {
  /// Settles what ended, marks as `sending` what is still owed of `start`, and claims up to `claim` due emails under a
  /// lease of `lease` seconds: one transaction, one sync.
  ///
  /// Promise: `sending` is on disk before its caller has an email to send; a lease that ran out starts nothing.
  public func exchange(
    settled: [SettledAttempt], start: [OutboxEntry.ID], claim: Int, lease: TimeInterval, now: Date
  ) async throws -> DeliveryExchange {
    try await writer.submit(in: .steps) { [keys] database, _ in
      let record = Record(database, keys)
      for attempt in settled { try record.settle(attempt, now: now) }
      var streams = StreamNews(try record.streamPauses())
      for attempt in settled { try record.draw(attempt, &streams, now: now) }
      let started = try start.compactMap { try record.start($0, &streams, now: now) }
      let claimed = claim > 0 ? try record.claim(claim, until: now + lease, now: now) : []
      let generation = started.isEmpty ? nil : try record.raiseGeneration()
      return DeliveryExchange(
        started: started, claimed: claimed, generation: generation, paused: streams.paused,
        resumed: streams.resumed)
    }
  }

  /// What was `sending` when the process died is uncertain; what was claimed comes back at once. To be called before the
  /// first claim of a process that alone owns the record. Returns how many were uncertain.
  public func recoverDeliveries(policy: DeliveryPolicy, spread: Double, now: Date) async throws -> Int {
    try await writer.submit { [keys] database, _ in
      let record = Record(database, keys)
      try record.bringForward(policy: policy, now: now)
      try record.run(
        """
        UPDATE outbox SET state = 'queued', lease_until = NULL, due_at = first_due_at WHERE state = 'claimed'
        """, [])
      let sending = try String.fetchAll(database, sql: "SELECT id FROM outbox WHERE state = 'sending'")
      let interrupted = try sending.compactMap(OutboxEntry.ID.init).compactMap {
        try record.readable($0, now: now)
      }
      for entry in interrupted {
        let settlement = Settlement.afterUncertainty(
          uncertainties: entry.uncertainties, useBy: entry.useBy, policy: policy, spread: spread, now: now)
        let reply = "the process ended while sending"
        try record.settle(
          SettledAttempt(id: entry.id, settlement: settlement, reply: reply, messageHash: nil), now: now)
      }
      return interrupted.count
    }
  }

  /// To be called when the clock was set back: what waits for another attempt does not wait for the time the clock
  /// showed before.
  public func clockWasSetBack(policy: DeliveryPolicy, now: Date) async throws {
    try await writer.submit { [keys] database, _ in
      try Record(database, keys).bringForward(policy: policy, now: now)
    }
  }

  /// When the next email is due, or nil when none waits.
  public func nextDue() async throws -> Date? {
    try await reading { database in
      let sql = "SELECT min(due_at) FROM outbox WHERE due_at IS NOT NULL"
      return try Int64.fetchOne(database, sql: sql).map { Date(milliseconds: $0) }
    }
  }
}

extension Record {
  /// No attempt is put off for longer than the policy's longest pause: one that is was put off under another clock.
  fileprivate func bringForward(policy: DeliveryPolicy, now: Date) throws {
    try run(
      """
      UPDATE outbox SET due_at = ?
      WHERE due_at > ? AND attempts > 0
      """, [now.milliseconds, (now + policy.backoff(attempt: .max, spread: 1)).milliseconds])
  }

  /// Due emails in the order they became due, and those whose lease ran out.
  fileprivate func claim(_ limit: Int, until: Date, now: Date) throws -> [OutboxEntry.ID] {
    try run(
      """
      UPDATE outbox SET state = 'queued', lease_until = NULL, due_at = first_due_at
      WHERE state = 'claimed' AND lease_until < ?
      """, [now.milliseconds])
    let statement = try database.cachedStatement(
      sql: """
        UPDATE outbox SET state = 'claimed', lease_until = ?, due_at = NULL
        WHERE id IN (SELECT id FROM outbox WHERE due_at <= ? ORDER BY due_at, id LIMIT ?)
        RETURNING id
        """)
    let rows = try String.fetchAll(
      statement, arguments: [until.milliseconds, now.milliseconds, limit])
    return rows.compactMap(OutboxEntry.ID.init)
  }

  /// An email of the outbox; one that cannot be read is set aside as failed, for the operator, and holds nobody up.
  fileprivate func readable(_ id: OutboxEntry.ID, now: Date) throws -> OutboxEntry? {
    do { return try email(id) } catch let unreadable as StoreError {
      try run(
        """
        UPDATE outbox SET state = 'failed', lease_until = NULL, due_at = NULL, last_reply = ?, settled_at = ?
        WHERE id = ?
        """, [unreadable.description, now.milliseconds, id.text])
      return nil
    }
  }

  fileprivate func start(_ id: OutboxEntry.ID, _ streams: inout StreamNews, now: Date) throws
    -> StartedAttempt?
  {
    let leased = try database.cachedStatement(
      sql: "SELECT 1 FROM outbox WHERE id = ? AND state = 'claimed' AND lease_until >= ?")
    guard try Int.fetchOne(leased, arguments: [id.text, now.milliseconds]) != nil,
      var entry = try readable(id, now: now)
    else { return nil }
    switch Owed.decide(entry, facts: try owedFacts(of: entry), now: now) {
    case .no(let reason):
      try run(
        """
        UPDATE outbox SET state = 'cancelled', lease_until = NULL, due_at = NULL, last_reply = ?, settled_at = ?
        WHERE id = ?
        """, [reason.rawValue, now.milliseconds, id.text])
      return nil
    case .to(let address):
      guard try mayBegin(entry, &streams, now: now) else { return nil }
      try run(
        "UPDATE outbox SET state = 'sending', lease_until = NULL, due_at = NULL, attempts = attempts + 1 WHERE id = ?",
        [id.text])
      entry.attempts += 1
      entry.state = .sending
      return StartedAttempt(entry: entry, address: address)
    }
  }

  private func owedFacts(of entry: OutboxEntry) throws -> Owed.Facts {
    switch entry.recipient {
    case .address(let address):
      return Owed.Facts(
        practitioner: nil, wait: nil, invitation: try invitationFacts(of: entry.email),
        booking: try booking(of: entry.email), request: try request(of: entry.email),
        isSuppressed: try suppression(of: address) != nil)
    case .practitioner(let id):
      let practitioner = try practitioner(id)
      return Owed.Facts(
        practitioner: practitioner, wait: try wait(of: id), question: try question(of: entry),
        booking: try booking(of: entry.email), request: try request(of: entry.email),
        referral: try referralPart(of: entry),
        isRetold: try isRetold(entry),
        isSuppressed: try practitioner.map { try suppression(of: $0.email) != nil } ?? false)
    }
  }

  fileprivate func settle(_ attempt: SettledAttempt, now: Date) throws {
    let (state, due, settled, uncertain): (OutboxEntry.State, Date?, Date?, Int) =
      switch attempt.settlement {
      case .sent: (.sent, nil, now, 0)
      case .failed: (.failed, nil, now, 0)
      case .deferred(let until): (.queued, until, nil, 0)
      case .uncertain(let resend): (.uncertain, resend, resend == nil ? now : nil, 1)
      }
    try run(
      """
      UPDATE outbox SET state = ?, due_at = ?, settled_at = ?, uncertainties = uncertainties + ?, last_reply = ?,
        message_hash = coalesce(?, message_hash)
      WHERE id = ? AND state = 'sending'
      """,
      [
        state.rawValue, due?.milliseconds, settled?.milliseconds, uncertain, attempt.reply,
        attempt.messageHash,
        attempt.id.text,
      ])
  }
}
