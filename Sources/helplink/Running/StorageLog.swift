import Automation
import Domain
import Logging
import Synchronization

/// Says what the disk has against the record, and when that is over: once, whoever and however many asked meanwhile.
final class StorageLog: Sendable {
  private let trouble = Mutex(StorageTrouble())
  private let time: TimeSource
  private let logger: Logger

  init(logger: Logger, time: TimeSource = .system) {
    self.logger = logger
    self.time = time
  }

  /// A fault, or nil for the first write that succeeds after one.
  @Sendable func heard(_ fault: StorageFault?) {
    let now = time.now()
    guard let fault else {
      if let recovery = trouble.withLock({ $0.recovered(now: now) }) { say(recovery) }
      return
    }
    guard trouble.withLock({ $0.heard(fault, now: now) }) else { return }
    logger.error("nothing is saved and nothing is sent", metadata: ["why": "\(fault)"])
  }

  private func say(_ recovery: StorageTrouble.Recovery) {
    logger.notice(
      "the disk takes writes again",
      metadata: ["seconds": "\(Int(recovery.seconds))", "refused": "\(recovery.refused)"])
  }
}
