import Automation
import Domain
import ServiceLifecycle
import Store

/// Watches the disk under the record.
///
/// Promise: while the disk refuses, it tries a write every five seconds, so that all goes on by itself as soon as it may.
/// Ends the daemon when nothing that was read since may be trusted (`StorageFault.endsDaemon`): systemd starts it anew.
struct StorageWatch: Service {
  /// Between two tries, in seconds.
  private static let pause = 5.0

  let store: Store
  let time: TimeSource

  func run() async throws {
    try await cancelWhenGracefulShutdown {
      while !Task.isCancelled {
        if let fault = store.storageFault {
          if fault.endsDaemon { throw Failure("stopped: \(fault)") }
          try? await store.probe()
        }
        guard (try? await time.pause(store.storageFault == nil ? 1 : Self.pause)) != nil else { return }
      }
    }
  }
}
