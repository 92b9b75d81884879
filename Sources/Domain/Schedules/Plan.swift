import Foundation

/// An email that would go out.
public struct PlannedEmail: Hashable, Sendable {
  /// When.
  public var due: Date
  /// Which kind.
  public var kind: Email.Kind
  /// What makes it one of its kind: a round's month.
  public var period: String
  /// For whom.
  public var practitioner: Practitioner.ID
  /// IANA name of the zone their clocks run by.
  public var zone: String
  /// The schedule that will fire it; nil for what waits in the outbox.
  public var schedule: String?
  /// Whether it goes out only if the practitioner does not answer before.
  public var assumesSilence: Bool
}

/// What would go out to one practitioner, by the decisions that the daemon takes, if nobody answers and nothing changes.
public struct Plan: Sendable {
  /// A firing that has not queued its emails yet.
  public struct Firing: Hashable, Sendable {
    /// Which time of which schedule.
    public var firing: Domain.Firing
    /// How its emails go out.
    public var terms: FiringTerms

    /// A firing to come.
    public init(_ firing: Domain.Firing, _ terms: FiringTerms) {
      self.firing = firing
      self.terms = terms
    }
  }

  /// A row of the outbox that waits, and when it is due.
  public struct Waiting: Hashable, Sendable {
    /// The row.
    public var entry: OutboxEntry
    /// When its next attempt is due.
    public var due: Date
    /// What became of the question that a reminder is about.
    public var question: Owed.Question?
    /// The part of a referral that it is about.
    public var referral: AskingFacts?
    /// Whether a later digest tells what this one does.
    public var isRetold: Bool

    /// A row that waits.
    public init(
      _ entry: OutboxEntry, due: Date, question: Owed.Question?, referral: AskingFacts? = nil,
      isRetold: Bool = false
    ) {
      self.referral = referral
      self.isRetold = isRetold
      self.entry = entry
      self.due = due
      self.question = question
    }
  }

  /// Kind and period of an email of which there is a row already: the outbox admits no second.
  public struct Known: Hashable, Sendable {
    var kind: Email.Kind
    var period: String

    /// An email that is on record.
    public init(kind: Email.Kind, period: String) {
      self.kind = kind
      self.period = period
    }
  }

  /// The site's zone.
  public var siteZone: TimeZone
  /// The moment the plan is made.
  public var now: Date
  /// From here on, inclusive.
  public var from: Date
  /// Up to here, exclusive.
  public var to: Date

  /// A plan of a time.
  public init(siteZone: TimeZone, now: Date, from: Date, to: Date) {
    self.siteZone = siteZone
    self.now = now
    self.from = from
    self.to = to
  }

  /// Firings after `now` that have a say in the plan's time: a spread or a reminder can come weeks after its firing, and
  /// whichever schedule fired first in a month has asked for all of it.
  public func firings(of schedules: [Schedule], zone: TimeZone) -> [Firing] {
    let schedules = schedules.filter(\.isOfRounds)
    let reach = schedules.map { $0.terms.randomizedDelay + Double($0.terms.reminderAfter ?? 0) * 86_400 }
      .max()
    let start = max(now, from - (reach ?? 0) - 32 * 86_400)
    return schedules.flatMap { schedule in
      FiringDecision.upcoming(schedule, zone: zone, after: start, through: to).map {
        Firing($0, schedule.terms)
      }
    }
  }

  /// What goes out to one practitioner, in the order of time.
  public func emails(
    to candidate: RoundDecision.Candidate, firings: [Firing], waiting: [Waiting], known: Set<Known>
  ) -> [PlannedEmail] {
    var known = known
    var lines = waiting.compactMap { planned($0, candidate) }
    for firing in firings.sorted(by: { $0.firing.instant < $1.firing.instant }) {
      let emails = RoundDecision.emails(
        of: firing.firing, terms: firing.terms, to: [candidate], siteZone: siteZone,
        now: max(now, firing.firing.instant)
      ).emails
      var isNew = false
      for email in emails {
        // As the outbox does: one of a kind and period, and a reminder only with its question.
        if email.email.kind == .waitingPeriodReminder, !isNew { continue }
        isNew = known.insert(Known(kind: email.email.kind, period: email.period)).inserted
        guard isNew else { continue }
        if let line = planned(email, candidate, schedule: firing.firing.schedule) { lines.append(line) }
      }
    }
    return lines.filter { $0.due >= from && $0.due < to }.sorted { $0.due < $1.due }
  }

  private func planned(_ email: NewEmail, _ candidate: RoundDecision.Candidate, schedule: String)
    -> PlannedEmail?
  {
    let entry = OutboxEntry(
      id: email.id, email: email.email, recipient: email.recipient, period: email.period,
      createdAt: email.notBefore, useBy: email.useBy)
    var question: Owed.Question?
    if case .waitingPeriodReminder(let reminder) = email.email {
      question = Owed.Question(state: .sent, settledAt: reminder.askedAt)
    }
    return planned(Waiting(entry, due: email.notBefore, question: question), candidate, schedule: schedule)
  }

  private func planned(
    _ waiting: Waiting, _ candidate: RoundDecision.Candidate, schedule: String? = nil
  ) -> PlannedEmail? {
    let due = max(waiting.due, now)
    var facts = Owed.Facts(
      practitioner: candidate.practitioner, wait: candidate.wait, question: waiting.question,
      referral: waiting.referral, isRetold: waiting.isRetold)
    // A question that waits itself will have been sent when its reminder is due, at its own time or as soon as anything is.
    if let question = waiting.question, [.queued, .claimed, .sending].contains(question.state),
      let askedAt = waiting.entry.email.remindedOfAt
    {
      facts.question = Owed.Question(state: .sent, settledAt: max(askedAt, now))
    }
    guard case .to = Owed.decide(waiting.entry, facts: facts, now: due) else { return nil }
    let kind = waiting.entry.email.kind
    return PlannedEmail(
      due: due, kind: kind, period: waiting.entry.period, practitioner: candidate.practitioner.id,
      zone: candidate.practitioner.zone(orSite: siteZone).identifier, schedule: schedule,
      assumesSilence: waiting.entry.email.remindedOfAt != nil)
  }
}

extension Email {
  /// When the question was asked that it is the reminder of; nil for what is no reminder.
  fileprivate var remindedOfAt: Date? {
    switch self {
    case .waitingPeriodReminder(let facts): facts.askedAt
    case .referralReminder(let facts): facts.asked.askedAt
    default: nil
    }
  }
}
