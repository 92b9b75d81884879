import Domain
import Foundation
import Synchronization

/// How often one network's enquiries are counted towards who yields: nobody gets a colleague out of sight by asking over and over.
/// Whoever asks oftener sees the same matches; they are not counted.
final class CountingLimits: Sendable {
  /// A library's visitors may share a network: thirty at once, then one a minute.
  static let allowance = Allowance(atOnce: 30, secondsEach: 60)

  private let limits = Mutex(
    RateLimits<ClientNetwork?>(CountingLimits.allowance, mostKeys: EmailLimits.mostKeys))

  /// Whether an enquiry from a network counts.
  func mayCount(_ network: ClientNetwork?, now: Date) -> Bool {
    limits.withLock { $0.take(network, now: now) } == nil
  }
}
