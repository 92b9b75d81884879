import Automation
import Domain
import Foundation
import Store

extension Operations {
  /// An email of the outbox as commands show one. Never a link: those are made when it is sent.
  struct QueuedFacts: Encodable {
    var id: String
    var kind: String
    var period: String
    var recipient: String
    var state: String
    var attempts: Int
    var uncertainties: Int
    var createdAt: Date
    var useBy: Date
    var lastReply: String?

    init(_ entry: OutboxEntry) {
      id = entry.id.text
      kind = entry.email.kind.rawValue
      period = entry.period
      recipient = entry.recipient.key
      state = entry.state.rawValue
      attempts = entry.attempts
      uncertainties = entry.uncertainties
      createdAt = entry.createdAt
      useBy = entry.useBy
      lastReply = entry.lastReply
    }

    var line: String {
      [id, state, "\(attempts)×", kind, period, recipient, lastReply ?? ""].joined(separator: "  ")
    }
  }

  func queue(_ state: OutboxEntry.State?, limit: Int) async throws -> Report {
    let facts = try await store.read { try $0.emails(in: state, limit: limit).map(QueuedFacts.init) }
    return try Report(facts, text: facts.map(\.line).joined(separator: "\n"))
  }

  func queued(_ text: String) async throws -> Report {
    guard let id = OutboxEntry.ID(text), let entry = try await store.read({ try $0.email(id) }) else {
      return .refused("no email has the identifier \(text)")
    }
    let facts = QueuedFacts(entry)
    let lines = [
      "\(facts.kind) \(facts.period) to \(facts.recipient)", "state      \(facts.state)",
      "attempts   \(facts.attempts)",
      "uncertain  \(facts.uncertainties)", "created    \(facts.createdAt.formatted(.iso8601))",
      "use by     \(facts.useBy.formatted(.iso8601))", "last reply \(facts.lastReply ?? "none")",
    ]
    return try Report(facts, text: lines.joined(separator: "\n"))
  }

  func run(_ command: QueueCommand, on text: String) async throws -> Report {
    guard let id = OutboxEntry.ID(text) else { return .refused("no email has the identifier \(text)") }
    let now = time.now()
    let outcome = try await store.perform({ try $0.email(id) }) { command.decide($0, now: now) }
    queue?.wake()
    switch outcome {
    case .done: return try Report(["id": text, "done": command.rawValue], text: "\(command.rawValue): done")
    case .unknown: return .refused("no email has the identifier \(text)")
    case .refused(let state):
      return .refused("\(text) is \(state.rawValue); \(command.rawValue) does not apply to that")
    }
  }
}
