import Automation
import Domain
import Foundation
import Store

/// Asks what would go out to one member, or to the next so many.
struct PlanRequest: Codable, Sendable {
  var from: Date
  var to: Date
  var member: String?
  /// Members in the order of their identifiers, after this one.
  var after = ""
  var limit = 500
}

/// A part of a plan.
struct PlanPart: Codable, Sendable {
  /// An email that would go out, as commands show one.
  struct Line: Codable, Sendable {
    var due: Date
    /// The same by the recipient's clock: `2026-12-01T09:00:00+11:00`.
    var local: String
    var timeZone: String
    var email: String
    var period: String
    var member: String
    var name: String
    /// The schedule that fires it; nil for what waits in the outbox.
    var schedule: String?
    /// Whether it goes out only to one who does not answer before.
    var ifNotAnswered: Bool

    init(_ planned: PlannedEmail, name: String) {
      due = planned.due
      let zone = TimeZone(identifier: planned.zone) ?? .gmt
      local = planned.due.formatted(Date.ISO8601FormatStyle(timeZoneSeparator: .colon, timeZone: zone))
      timeZone = planned.zone
      email = planned.kind.rawValue
      period = planned.period
      member = planned.practitioner.text
      self.name = name
      schedule = planned.schedule
      ifNotAnswered = planned.assumesSilence
    }

    var text: String {
      let words = [due.formatted(.iso8601), local, timeZone, email, period, member, name]
      return (words + (ifNotAnswered ? ["(if not answered)"] : [])).joined(separator: "  ")
    }
  }

  var lines: [Line]
  /// Ask again after this member; nil when there is nobody left.
  var next: String?
}

extension Operations {
  /// What would go out, by the decisions that the daemon takes.
  func plan(_ request: PlanRequest) async throws -> Report {
    let (materials, now) = (materials, time.now())
    let reader = PlanReader(
      store: store, schedules: materials.schedules,
      plan: Plan(siteZone: materials.siteZone, now: now, from: request.from, to: request.to),
      startedAt: daemon?.startedAt ?? now, news: news)
    let part: PlanReader.Part
    if let named = request.member {
      guard let member = try await store.read({ try $0.practitioner(named: named) }) else {
        return noMember(named)
      }
      part = try await reader.part(of: member)
    } else {
      part = try await reader.part(after: request.after, limit: request.limit)
    }
    let lines = part.emails.map { PlanPart.Line($0.email, name: $0.name) }
    return try Report(
      PlanPart(lines: lines, next: part.next), text: lines.map(\.text).joined(separator: "\n"))
  }
}
