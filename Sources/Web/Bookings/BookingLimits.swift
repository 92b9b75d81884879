import Domain
import Foundation
import Synchronization

/// How often times may be chosen from one network, or offered by the link of a digest: whoever holds them all keeps others from
/// booking.
///
/// Kept in memory: a restart forgives.
final class BookingLimits: Sendable {
  /// As many people as may sit behind one address at once; after that 360 an hour.
  static let perNetwork = Allowance(atOnce: 60, secondsEach: 10)
  /// About 10 MB at the most.
  static let mostKeys = 50_000

  private let limits = Mutex(RateLimits<ClientNetwork?>(perNetwork, mostKeys: mostKeys))

  /// Counts a choice; the seconds until one more is possible, or nil when it is.
  func take(_ network: ClientNetwork?, now: Date) -> Int? {
    limits.withLock { $0.take(network, now: now) }.map { Int($0.rounded(.up)) }
  }
}
