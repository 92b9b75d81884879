import Domain
import Foundation
import Store

/// Reads what is new in the network, and what members' next digests rest on.
public struct NewsReader: Sendable {
  let store: Store
  let finder: ListingFinder
  let reference: ReferenceData
  let siteZone: TimeZone

  /// A reader of a record.
  ///
  /// - Parameter finder: keeps the index of the listings; whoever else searches them uses the same.
  public init(store: Store, finder: ListingFinder, reference: ReferenceData, siteZone: TimeZone) {
    self.store = store
    self.finder = finder
    self.reference = reference
    self.siteZone = siteZone
  }

  /// What is new at a moment, for digests that begin at another at the earliest.
  func news(at moment: Date, from start: Date) async throws -> NetworkNews {
    // The history comes last: what the index shows is in it.
    let (moment, recommendations) = (moment.inMilliseconds, store.recommendations)
    let index = finder.index(of: store.directory, reference: reference, now: moment, zone: siteZone)
    let history = try await store.read { try $0.waitHistory(after: start - DigestFacts.overlap) }
    return NetworkNews(
      moment: moment, index: index, history: history, recommendations: recommendations,
      reference: reference)
  }

  /// The facts of some members at a moment, in their order; of those who are no more, none.
  func facts(of members: [Practitioner.ID], now: Date) async throws -> [DigestFacts] {
    try await store.read { [siteZone] record in
      try members.compactMap { try record.digestFacts(of: $0, siteZone: siteZone, now: now) }
    }
  }

  /// The next digest that a member gets if nothing happens until then: the one that waits in the outbox, or what would be queued at
  /// the next time with something to say. Nil when there is none within three months.
  public func nextDigest(of member: Practitioner.ID, schedule: Schedule, now: Date) async throws
    -> OutboxEntry?
  {
    if let waiting = try await store.read({ try $0.waitingDigest(of: member, now: now) }) { return waiting }
    guard let facts = try await facts(of: [member], now: now).first,
      let id = OutboxEntry.ID(bytes: member.bytes)
    else { return nil }
    var news = try await news(at: now, from: facts.since(now: now))
    let plan = Plan(siteZone: siteZone, now: now, from: now, to: now + 92 * 86_400)
    return plan.firstDigest(to: facts, sections: news.sections(for: facts), schedule: schedule, id: id)
  }
}
