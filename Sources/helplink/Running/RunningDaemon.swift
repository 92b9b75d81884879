import Automation
import Domain
import Foundation
import Synchronization

/// What commands may ask of a daemon that runs.
struct RunningDaemon: Sendable {
  let queue: QueueManager
  let fence: SendingFence
  let heartbeat: Heartbeat
  let reloads: Reloads
  let startedAt: Date
  /// When the site's certificate expires; nil without one.
  let certificateExpiry: @Sendable () -> Date?
  /// Signs with another key from now on.
  let takeUp: @Sendable (KeyRing) -> Void
}

/// What became of the last reload.
final class Reloads: Sendable {
  private let failure = Mutex<String?>(nil)

  /// Why it changed nothing; nil when it succeeded, or there was none.
  var failed: String? { failure.withLock { $0 } }

  func ended(_ failure: String?) { self.failure.withLock { $0 = failure } }
}
