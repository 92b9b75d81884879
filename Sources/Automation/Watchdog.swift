import Foundation
import ServiceLifecycle

/// Tells whoever watches over the daemon that it is alive, as long as its scheduler is.
///
/// Promise: says nothing while the heart stands still; counts beats, so that a clock set back or forward deceives nobody.
public struct Watchdog: Service {
  let heartbeat: Heartbeat
  let interval: TimeInterval
  let time: TimeSource
  let alive: @Sendable () -> Void

  /// A watchdog that must be heard from within every `interval` seconds.
  public init(
    heartbeat: Heartbeat, interval: TimeInterval, time: TimeSource, alive: @escaping @Sendable () -> Void
  ) {
    self.heartbeat = heartbeat
    self.interval = interval
    self.time = time
    self.alive = alive
  }

  /// Looks four times an interval until asked to stop.
  public func run() async throws {
    await cancelWhenGracefulShutdown {
      var heard = -1
      while !Task.isCancelled {
        let beats = heartbeat.beats
        if beats != heard { alive() }
        heard = beats
        do { try await time.pause(interval / 4) } catch { return }
      }
    }
  }
}
