import Domain
import Foundation
import Store

extension PlanReader {
  /// The digests of some members. One that waits in the outbox stands among the other lines already, and counts as told.
  func digests(to members: [Practitioner]) async throws -> [(PlannedEmail, String)] {
    guard let news, let schedule = schedules.first(where: { $0.emails == .digest }) else { return [] }
    let facts = try await news.factsAfterWaiting(of: members.map(\.id), now: plan.now)
    let wanting = facts.filter { DigestDecision.isWanted(by: $0.practitioner) }
    guard let start = wanting.map({ $0.since(now: plan.now) }).min() else { return [] }
    var network = try await news.news(at: plan.now, from: start)
    return wanting.flatMap { facts -> [(PlannedEmail, String)] in
      // Nothing of a plan is kept, so its emails need no identifiers of their own.
      guard let id = OutboxEntry.ID(bytes: facts.practitioner.id.bytes) else { return [] }
      let sections = network.sections(for: facts)
      return plan.digests(to: facts, sections: sections, schedule: schedule, id: id)
        .map { ($0, facts.practitioner.name) }
    }
  }
}

extension NewsReader {
  /// The facts of members as they will be when what waits in the outbox is sent.
  func factsAfterWaiting(of members: [Practitioner.ID], now: Date) async throws -> [DigestFacts] {
    try await store.read { [siteZone] record in
      try members.compactMap { member in
        guard var facts = try record.digestFacts(of: member, siteZone: siteZone, now: now) else { return nil }
        if case .digest(let waiting) = try record.waitingDigest(of: member, now: now)?.email {
          facts.told = waiting
        }
        return facts
      }
    }
  }
}

extension Record {
  /// The digest that waits in the outbox and is owed; nil when there is none.
  func waitingDigest(of member: Practitioner.ID, now: Date) throws -> OutboxEntry? {
    guard let practitioner = try practitioner(member) else { return nil }
    let wait = try wait(of: member)
    return try outbox(of: member).waiting.last { waiting in
      let facts = Owed.Facts(practitioner: practitioner, wait: wait, isRetold: waiting.isRetold)
      guard waiting.entry.email.kind == .digest,
        case .to = Owed.decide(waiting.entry, facts: facts, now: max(now, waiting.due))
      else { return false }
      return true
    }?.entry
  }
}
