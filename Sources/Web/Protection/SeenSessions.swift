import Domain
import Foundation
import Synchronization

/// When sessions were last used, until that is put on record: a GET writes nothing.
final class SeenSessions: Sendable {
  /// A use that is no later than this, in seconds, than the one on record is not worth a write.
  static let worthNoting: TimeInterval = 600

  private let seen = Mutex<[SecretDigest: Session]>([:])

  /// Notes that a session was used.
  func note(_ session: Session, now: Date) {
    guard now.timeIntervalSince(session.seenAt) >= Self.worthNoting else { return }
    seen.withLock { $0[session.digest] = session.seen(at: now) }
  }

  /// What is to be put on record.
  var pending: [Session] { seen.withLock { Array($0.values) } }

  /// Forgets what is on record now; what was noted meanwhile stays.
  func forget(_ recorded: [Session]) {
    seen.withLock { seen in
      for session in recorded where seen[session.digest] == session { seen[session.digest] = nil }
    }
  }
}
