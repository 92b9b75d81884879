import Domain
import Foundation

/// What was read of a member whose digest is due, and what is new for them.
public struct PreparedDigest: Sendable {
  /// What is on record.
  public var facts: DigestFacts
  /// What is new, up to a moment.
  public var sections: [DigestSection]
  /// That moment.
  public var news: Date
  /// The identifier that the email would get.
  public var email: OutboxEntry.ID

  /// A member's digest, prepared.
  public init(facts: DigestFacts, sections: [DigestSection], news: Date, email: OutboxEntry.ID) {
    self.facts = facts
    self.sections = sections
    self.news = news
    self.email = email
  }
}

/// What became of digests that were due.
public struct DigestsQueued: Sendable {
  /// New in the outbox.
  public var emails: [NewEmail] = []
  /// Later than their cut-off: their news are in the next.
  public var late = 0
}

extension Store {
  /// Decides about digests that are due, and queues those that have something to say, with when each member's next is due: one
  /// transaction. Who is another on record than what was read is left for the next look.
  public func queue(_ prepared: [PreparedDigest], schedule: Schedule, siteZone: TimeZone, now: Date)
    async throws -> DigestsQueued
  {
    let queued = try await writer.submit(in: .steps) { [keys] database, _ in
      let record = Record(database, keys)
      return try prepared.reduce(into: DigestsQueued()) { queued, digest in
        let id = digest.facts.practitioner.id
        guard try record.digestFacts(of: id, siteZone: siteZone, now: now) == digest.facts else { return }
        let outcome = DigestDecision.decide(
          digest.facts, sections: digest.sections, news: digest.news, id: digest.email, schedule: schedule,
          siteZone: siteZone, now: now)
        try record.setDigestDue(outcome.next, of: id)
        if outcome.isLate { queued.late += 1 }
        guard let email = outcome.email, let made = outcome.record else { return }
        queued.emails += try record.queue(made, email)
      }
    }
    if !queued.emails.isEmpty { observe(queued.emails) }
    return queued
  }

  /// The operator wants the digests of all members sent now: so many more of them, in the order of their identifiers, are due.
  /// Returns after whom to go on; nil when there is nobody left.
  public func makeDigestsDue(after: String, limit: Int, now: Date) async throws -> String? {
    try await writer.submit(in: .steps) { [keys] database, _ in
      let record = Record(database, keys)
      let members = try record.practitioners(after: after, limit: limit)
      for member in members { try record.setDigestDue(now, of: member.id) }
      return members.count < limit ? nil : members.last?.id.text
    }
  }
}

extension Record {
  /// Queues a digest, once a member and day.
  fileprivate func queue(_ digest: DigestRecord, _ email: NewEmail) throws -> [NewEmail] {
    let queued = try queue([email])
    if !queued.isEmpty, case .digest(let content) = email.email {
      try insert(digest, naming: Set(content.sections.flatMap(\.items).compactMap(\.member)))
    }
    return queued
  }
}
