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
    /// When its first attempt was due, or will be.
    var dueAt: Date
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
      dueAt = entry.firstDue
      useBy = entry.useBy
      lastReply = entry.lastReply
    }

    var line: String {
      [id, state, dueAt.formatted(.iso8601), "\(attempts)×", kind, period, recipient, lastReply ?? ""].joined(
        separator: "  ")
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
      "due        \(facts.dueAt.formatted(.iso8601))",
      "use by     \(facts.useBy.formatted(.iso8601))", "last reply \(facts.lastReply ?? "none")",
    ]
    return try Report(facts, text: lines.joined(separator: "\n"))
  }

  func run(_ command: QueueCommand, on text: String) async throws -> Report {
    guard let id = OutboxEntry.ID(text) else { return .refused("no email has the identifier \(text)") }
    let now = time.now()
    let outcome = try await store.perform({ try $0.email(id) }) { command.decide($0, now: now) }
    daemon?.queue.wake()
    switch outcome {
    case .done: return try Report(["id": text, "done": command.rawValue], text: "\(command.rawValue): done")
    case .unknown: return .refused("no email has the identifier \(text)")
    case .refused(let state):
      return .refused("\(text) is \(state.rawValue); \(command.rawValue) does not apply to that")
    }
  }

  /// A daemon sends at once, without one the next does.
  func releaseFence() async throws -> Report {
    let before = try await daemonFence()
    try await fence.release(store)
    daemon?.fence.release()
    daemon?.queue.wake()
    guard case .closed(let reason) = before else {
      return try Report(["released": false], text: "the fence was open; nothing changes")
    }
    return try Report(["released": true], text: "released, although \(reason.rawValue)")
  }

  func release(_ stream: EmailStream) async throws -> Report {
    let now = time.now()
    let was = try await store.perform({ try $0.streamPauses().first { $0.stream == stream } }) { pause in
      Decision(pause, changes: pause.map { [.streamReleased($0, at: now)] } ?? [])
    }
    daemon?.queue.wake()
    guard let was else {
      return try Report(["released": false], text: "\(stream.rawValue) did not wait; nothing changes")
    }
    return try Report(["released": true], text: "\(stream.rawValue) goes on, although: \(was.reply)")
  }

  func release(address text: String) async throws -> Report {
    guard let address = try? EmailAddress(text) else { return .refused("\(text) is no email address") }
    let was = try await store.perform({ try $0.suppression(of: address) }) { suppression in
      Decision(suppression, changes: suppression == nil ? [] : [.addressReleased(address)])
    }
    guard let was else {
      return try Report(["released": false], text: "\(text) was not suppressed; nothing changes")
    }
    return try Report(["released": true], text: "emails go to \(text) again, although: \(was.reply)")
  }

  /// A daemon's fence as it runs; without one, as the record shows it.
  func daemonFence() async throws -> Fence {
    if let daemon { return daemon.fence.state }
    return try await fence.state(of: store)
  }
}
