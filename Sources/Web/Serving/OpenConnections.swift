import NIOCore
import Synchronization

/// The connections of a server, so many at the most.
final class OpenConnections: Sendable {
  private struct Open {
    let channel: any Channel
    /// When it came, or was last answered.
    var waitsSince: NIODeadline
  }

  private let most: Int
  private let open = Mutex<[ObjectIdentifier: Open]>([:])

  init(most: Int) { self.most = most }

  /// Lets a connection in, in the place of the one that has waited longest when there are too many.
  func admit(_ channel: any Channel) {
    let evicted = open.withLock { open in
      let longest = open.count < most ? nil : open.min { $0.value.waitsSince < $1.value.waitsSince }
      if let longest { open[longest.key] = nil }
      open[ObjectIdentifier(channel)] = Open(channel: channel, waitsSince: .now())
      return longest?.value.channel
    }
    evicted?.close(promise: nil)
    channel.closeFuture.whenComplete { [self] _ in
      _ = open.withLock { $0.removeValue(forKey: ObjectIdentifier(channel)) }
    }
  }

  /// An answer to a connection has begun.
  func answered(_ channel: any Channel) {
    open.withLock { $0[ObjectIdentifier(channel)]?.waitsSince = .now() }
  }
}
