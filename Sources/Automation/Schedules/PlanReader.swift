import Domain
import Foundation
import Store

/// Reads from the record what a plan needs, for some members at a time.
public struct PlanReader: Sendable {
  let store: Store
  let schedules: [Schedule]
  let plan: Plan
  let startedAt: Date
  /// Nil where no digests are sent.
  let news: NewsReader?

  /// A reader for one plan.
  ///
  /// - Parameter startedAt: since when a daemon has been looking at the clock; without one the plan's own now, because the
  ///   next daemon starts then.
  public init(
    store: Store, schedules: [Schedule], plan: Plan, startedAt: Date, news: NewsReader? = nil
  ) {
    self.news = news
    self.store = store
    self.schedules = schedules
    self.plan = plan
    self.startedAt = startedAt
  }

  /// What goes out to some members, a part of the plan.
  public struct Part: Sendable {
    /// In the order of members, of each in the order of time.
    public var emails: [(email: PlannedEmail, name: String)]
    /// Read on after this member; nil when there is nobody left.
    public var next: String?
  }

  /// The part of the next `limit` members, in the order of their identifiers, after one.
  public func part(after: String, limit: Int) async throws -> Part {
    let members = try await store.read { try $0.practitioners(after: after, limit: limit) }
    let rounds = try await store.read { try emails(to: members, $0) }
    return Part(
      emails: rounds + (try await digests(to: members)),
      next: members.count < limit ? nil : members.last?.id.text)
  }

  /// The part of one member.
  public func part(of member: Practitioner) async throws -> Part {
    let rounds = try await store.read { try emails(to: [member], $0) }
    return Part(emails: rounds + (try await digests(to: [member])), next: nil)
  }

  private func emails(to members: [Practitioner], _ record: Record) throws -> [(PlannedEmail, String)] {
    var byZone: [TimeZone: [Plan.Firing]] = [:]
    return try members.flatMap { member in
      let zone = member.zone(orSite: plan.siteZone)
      let firings = try byZone[zone] ?? firings(in: zone, record)
      byZone[zone] = firings
      return try emails(to: member, firings, record).map { ($0, member.name) }
    }
  }

  private func emails(to member: Practitioner, _ firings: [Plan.Firing], _ record: Record) throws
    -> [PlannedEmail]
  {
    // Nothing of a plan is kept, so its emails need no identifiers of their own.
    guard let email = OutboxEntry.ID(bytes: member.id.bytes),
      let reminder = OutboxEntry.ID(bytes: member.id.bytes.map { ~$0 })
    else { return [] }
    let outbox = try record.outbox(of: member.id)
    let candidate = RoundDecision.Candidate(
      practitioner: member, wait: try record.wait(of: member.id), emailID: email, reminderID: reminder)
    return plan.emails(to: candidate, firings: firings, waiting: outbox.waiting, known: outbox.known)
  }

  /// Firings that have not queued their emails: those on record, those that a look at the clock would bring now, and those
  /// to come.
  private func firings(in zone: TimeZone, _ record: Record) throws -> [Plan.Firing] {
    var firings = try record.unfinishedFirings().filter { $0.firing.zone == zone.identifier }
    for schedule in schedules {
      if let last = try record.lastLook(at: schedule, zone: zone.identifier), last < plan.now {
        let look = FiringDecision.look(
          schedule, zone: zone, since: last, startedAt: startedAt, now: plan.now)
        if let due = look.firing { firings.append(Plan.Firing(due, schedule.terms)) }
      }
    }
    return firings + plan.firings(of: schedules, zone: zone)
  }
}
