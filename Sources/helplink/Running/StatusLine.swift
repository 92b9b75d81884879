import Automation
import Domain
import Foundation
import ServiceLifecycle
import Store

/// Keeps the service manager's line about the daemon up to date, and says when the daemon is on its way out.
struct StatusLine: Service {
  let manager: ServiceManager
  let store: Store
  let live: Live<Materials>
  let fence: SendingFence
  let time: TimeSource

  func run() async throws {
    await withGracefulShutdownHandler {
      await cancelWhenGracefulShutdown {
        while !Task.isCancelled {
          do { try await time.pause(60) } catch { return }
          if let words = try? await words() { manager.status(words) }
        }
      }
    } onGracefulShutdown: {
      manager.stopping()
    }
  }

  /// "Running; 12 emails wait; waiting-period fires on 2026-12-01T22:00:00Z"
  func words() async throws -> String {
    let now = time.now()
    let counts = try await store.read { try $0.countsByState() }
    let waiting = [OutboxEntry.State.queued, .claimed, .sending].reduce(0) { $0 + (counts[$1] ?? 0) }
    let materials = live.current
    // Digests are looked at every hour, which says nothing of when the next goes out.
    let next = materials.schedules.filter { $0.emails != .digest }.compactMap { schedule in
      schedule.next(after: now, recipientZone: materials.siteZone).map { (schedule.name, $0) }
    }.min { $0.1 < $1.1 }
    var parts = [fence.state == .open ? "Running" : "Running, but nothing is sent: the fence is closed"]
    parts.append("\(waiting) emails wait")
    if let (name, instant) = next { parts.append("\(name) fires on \(instant.formatted(.iso8601))") }
    return parts.joined(separator: "; ")
  }
}
