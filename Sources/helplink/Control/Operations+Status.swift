import Automation
import Domain
import Foundation
import Mail
import Store

extension Operations {
  /// Whether it is well.
  struct StatusFacts: Encodable {
    var version = HelpLink.version
    var engine: String
    var isRunning: Bool
    var uptimeSeconds: Int?
    var members: Int
    var outbox: [String: Int]
    var oldestDue: Date?
    var relayTrouble: String?
    var schedules: [ScheduleFacts]
    /// Write transactions since the record was opened.
    var writeTransactions: Int
    var isWell: Bool
  }

  /// Mail that has waited longer than this is a sign that something is wrong, in seconds.
  private static let patience: TimeInterval = 3_600

  func status() async throws -> Report {
    let now = time.now()
    let (members, counts, oldest) = try await store.read {
      (try $0.countOfPractitioners(), try $0.countsByState(), try $0.oldestDue())
    }
    let trouble = await queue?.lastTrouble
    let isLate = oldest.map { now.timeIntervalSince($0) > Self.patience } ?? false
    let facts = StatusFacts(
      engine: try store.engineVersion(), isRunning: queue != nil,
      uptimeSeconds: queue == nil ? nil : Int(now.timeIntervalSince(startedAt)), members: members,
      outbox: Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) }), oldestDue: oldest,
      relayTrouble: trouble,
      schedules: materials.schedules.map { ScheduleFacts($0, siteZone: materials.siteZone, now: now) },
      writeTransactions: await store.writeTransactions, isWell: queue != nil && trouble == nil && !isLate)
    var report = try Report(facts, text: text(facts))
    if !facts.isWell { report.failure = why(facts, isLate: isLate) }
    return report
  }

  private func why(_ facts: StatusFacts, isLate: Bool) -> String {
    if !facts.isRunning { return "no daemon runs; start it with: systemctl start helplink" }
    if let trouble = facts.relayTrouble { return "mail does not leave: \(trouble)" }
    return isLate ? "mail has waited since \(facts.oldestDue?.formatted(.iso8601) ?? "long ago")" : "not well"
  }

  private func text(_ facts: StatusFacts) -> String {
    let outbox = facts.outbox.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }.joined(
      separator: ", ")
    var lines = [
      "helplink \(facts.version), \(facts.engine)",
      facts.isRunning ? "running for \(facts.uptimeSeconds ?? 0) s" : "not running",
      "members   \(facts.members)",
      "outbox    \(outbox.isEmpty ? "empty" : outbox)",
    ]
    if let oldest = facts.oldestDue { lines.append("waiting   since \(oldest.formatted(.iso8601))") }
    if let trouble = facts.relayTrouble { lines.append("relay     \(trouble)") }
    for schedule in facts.schedules {
      lines.append("schedule  \(schedule.name), next \(schedule.next?.formatted(.iso8601) ?? "never")")
    }
    return lines.joined(separator: "\n")
  }
}
