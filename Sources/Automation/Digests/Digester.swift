import Domain
import Foundation
import Store

/// Queues the digests that are due, a chunk a transaction.
///
/// What is new is looked up before the transaction, which reads the members once more and decides; so clicks wait for little. What
/// several members need is kept for a minute, and let go when nobody is due.
public actor Digester {
  /// What one step brought.
  enum Step {
    case queued([NewEmail])
    /// Nobody is due any more: so many were queued in all, and so many were past their cut-off.
    case finished(queued: Int, late: Int)
    case nothing
  }

  /// News are looked up anew after this, in seconds.
  private static let newsLast: TimeInterval = 60

  private let reader: NewsReader
  private var kept: (news: NetworkNews, from: Date)?
  private var total: (queued: Int, late: Int)?

  /// Queues what a reader finds.
  public init(_ reader: NewsReader) { self.reader = reader }

  /// Looks after the members who are due, as many as there are identifiers for.
  func step(_ schedule: Schedule, ids: [OutboxEntry.ID], now: Date) async throws -> Step {
    let due = try await reader.store.read { try $0.membersDueDigests(now: now, limit: ids.count) }
    guard !due.isEmpty else { return finish() }
    let prepared = try await prepare(try await reader.facts(of: due, now: now), ids, now: now)
    let queued = try await reader.store.queue(
      prepared, schedule: schedule, siteZone: reader.siteZone, now: now)
    let before = total ?? (0, 0)
    total = (before.queued + queued.emails.count, before.late + queued.late)
    return .queued(queued.emails)
  }

  private func finish() -> Step {
    kept = nil
    defer { total = nil }
    guard let total, total.queued + total.late > 0 else { return .nothing }
    return .finished(queued: total.queued, late: total.late)
  }

  private func prepare(_ facts: [DigestFacts], _ ids: [OutboxEntry.ID], now: Date) async throws
    -> [PreparedDigest]
  {
    guard let start = facts.filter(Self.isAsking).map({ $0.since(now: now) }).min() else {
      return zip(facts, ids).map { PreparedDigest(facts: $0, sections: [], news: now, email: $1) }
    }
    var (news, from) = try await news(from: start, now: now)
    // While it is kept as well, what is added to it would copy it.
    kept = nil
    defer { kept = (news, from) }
    return zip(facts, ids).map { facts, id in
      let sections = Self.isAsking(facts) ? news.sections(for: facts) : []
      return PreparedDigest(facts: facts, sections: sections, news: news.moment, email: id)
    }
  }

  /// Of the others only the next time is worked out.
  private static func isAsking(_ facts: DigestFacts) -> Bool {
    facts.due != nil && DigestDecision.isWanted(by: facts.practitioner)
  }

  private func news(from start: Date, now: Date) async throws -> (news: NetworkNews, from: Date) {
    if let kept, kept.from <= start, (0...Self.newsLast).contains(now.timeIntervalSince(kept.news.moment)) {
      return kept
    }
    return (try await reader.news(at: now, from: start), start)
  }
}
