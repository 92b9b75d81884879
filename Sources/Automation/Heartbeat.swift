import Foundation
import Synchronization

/// Beats while a service does its work; whoever watches sees when it stopped.
public final class Heartbeat: Sendable {
  private let state = Mutex<(beats: Int, last: Date?)>((0, nil))

  /// A heart that has not beaten.
  public init() {}

  /// One more beat.
  public func beat(at moment: Date) {
    state.withLock { state in
      state.beats += 1
      state.last = moment
    }
  }

  /// How often it has beaten.
  public var beats: Int { state.withLock { $0.beats } }

  /// When it last did, by the clock on the wall.
  public var last: Date? { state.withLock { $0.last } }
}
