import Foundation

@testable import Domain

/// What a daemon does for one member whom nobody hears from: it fires schedules on time, queues as the outbox does, and sends
/// what is owed the moment it is due.
struct DaemonWalk {
  struct Row {
    var entry: OutboxEntry
    var due: Date
    var settledAt: Date?
    var schedule: String

    var isWaiting: Bool { entry.state == .queued }
  }

  struct Sent: Hashable {
    var at: Date
    var kind: Email.Kind
    var period: String
    var schedule: String
  }

  var candidate: RoundDecision.Candidate
  let siteZone: TimeZone
  private(set) var rows: [Row] = []
  private(set) var sent: [Sent] = []
  private var named = 1_000

  init(_ candidate: RoundDecision.Candidate, siteZone: TimeZone) {
    self.candidate = candidate
    self.siteZone = siteZone
  }

  var zone: TimeZone { candidate.practitioner.zone(orSite: siteZone) }

  /// Runs from a moment, exclusive, to another, inclusive.
  mutating func run(_ schedules: [Schedule], after start: Date, through end: Date) {
    var now = start
    while true {
      let firings = schedules.compactMap { schedule in
        schedule.next(after: now, recipientZone: zone).map {
          Plan.Firing(Firing(schedule: schedule.name, zone: zone.identifier, instant: $0), schedule.terms)
        }
      }
      let next = firings.map(\.firing.instant).min() ?? .distantFuture
      send(until: min(next, end))
      guard next <= end else { return }
      for firing in firings where firing.firing.instant == next { fire(firing, now: next) }
      now = next
    }
  }

  /// After a time when nothing ran: what passed is made up for, and what came due goes out.
  mutating func start(_ schedules: [Schedule], stoppedAt: Date, now: Date) {
    for firing in Self.due(schedules, zone: zone, since: stoppedAt, now: now) { fire(firing, now: now) }
    send(until: now, notBefore: now)
  }

  /// Firings that a look at the clock brings when a daemon starts, the oldest first.
  static func due(_ schedules: [Schedule], zone: TimeZone, since: Date, now: Date) -> [Plan.Firing] {
    let due = schedules.compactMap { schedule in
      FiringDecision.look(schedule, zone: zone, since: since, startedAt: now, now: now).firing
        .map { Plan.Firing($0, schedule.terms) }
    }
    return due.sorted { ($0.firing.instant, $0.firing.schedule) < ($1.firing.instant, $1.firing.schedule) }
  }

  private mutating func fire(_ firing: Plan.Firing, now: Date) {
    named += 2
    candidate.emailID = Sample.id(named)
    candidate.reminderID = Sample.id(named + 1)
    let emails = RoundDecision.emails(
      of: firing.firing, terms: firing.terms, to: [candidate], siteZone: siteZone, now: now
    ).emails
    for email in emails { queue(email, schedule: firing.firing.schedule) }
  }

  private mutating func queue(_ email: NewEmail, schedule: String) {
    if case .waitingPeriodReminder(let reminder) = email.email,
      !rows.contains(where: { $0.entry.id == reminder.question })
    {
      return
    }
    let isThere = rows.contains { $0.entry.email.kind == email.email.kind && $0.entry.period == email.period }
    guard !isThere else { return }
    let entry = OutboxEntry(
      id: email.id, email: email.email, recipient: email.recipient, period: email.period,
      createdAt: email.notBefore, useBy: email.useBy)
    rows.append(Row(entry: entry, due: email.notBefore, settledAt: nil, schedule: schedule))
  }

  private mutating func send(until end: Date, notBefore: Date = .distantPast) {
    let due = rows.indices.filter { rows[$0].isWaiting && rows[$0].due <= end }
    for index in due.sorted(by: { rows[$0].due < rows[$1].due }) {
      settle(index, at: max(rows[index].due, notBefore))
    }
  }

  private mutating func settle(_ index: Int, at now: Date) {
    let row = rows[index]
    let facts = Owed.Facts(
      practitioner: candidate.practitioner, wait: candidate.wait, question: question(of: row.entry))
    let decision = Owed.decide(row.entry, facts: facts, now: now)
    rows[index].settledAt = now
    guard case .to = decision else {
      rows[index].entry.state = .cancelled
      return
    }
    rows[index].entry.state = .sent
    sent.append(Sent(at: now, kind: row.entry.email.kind, period: row.entry.period, schedule: row.schedule))
  }

  func question(of entry: OutboxEntry) -> Owed.Question? {
    guard case .waitingPeriodReminder(let reminder) = entry.email else { return nil }
    return rows.first { $0.entry.id == reminder.question }
      .map { Owed.Question(state: $0.entry.state, settledAt: $0.settledAt) }
  }
}
