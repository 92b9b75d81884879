import Domain
import Foundation
import Synchronization

/// What may be used once while it lasts. Kept in memory: what it guards rests in one browser and dies within minutes.
final class OnceOnly: Sendable {
  private let used = Mutex<[SecretDigest: Date]>([:])

  /// Takes a secret that lasts until a moment; false when it was taken before.
  func take(_ secret: String, until: Date, now: Date) -> Bool {
    used.withLock { used in
      used = used.filter { now < $0.value }
      return used.updateValue(until, forKey: SecretDigest(of: secret)) == nil
    }
  }

  /// Gives back what could not be put to use.
  func giveBack(_ secret: String) {
    used.withLock { _ = $0.removeValue(forKey: SecretDigest(of: secret)) }
  }
}
