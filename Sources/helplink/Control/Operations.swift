import Automation
import Domain
import Foundation
import Store

/// What commands do, wherever they run: the same code in the daemon and without one.
struct Operations: Sendable {
  let configuration: Configuration
  let materials: Materials
  let store: Store
  let time: TimeSource
  /// Nil without a daemon: then nothing is sent.
  let queue: QueueManager?
  let startedAt: Date

  init(
    configuration: Configuration, materials: Materials, store: Store, time: TimeSource, queue: QueueManager?
  ) {
    self.configuration = configuration
    self.materials = materials
    self.store = store
    self.time = time
    self.queue = queue
    startedAt = time.now()
  }

  /// Does what is asked; what goes wrong is said in a line.
  func perform(_ request: ControlRequest) async -> Report {
    do {
      switch request {
      case .status: return try await status()
      case .members(let after, let limit): return try await members(after: after, limit: limit)
      case .member(let text): return try await member(text)
      case .importMembers(let lines, let first): return try await importMembers(lines, firstNumber: first)
      case .queue(let state, let limit): return try await queue(state, limit: limit)
      case .queued(let text): return try await queued(text)
      case .command(let command, let text): return try await run(command, on: text)
      case .schedules: return try await schedules()
      case .fire(let name): return try await fire(name)
      }
    } catch { return .refused("\(error)") }
  }
}
