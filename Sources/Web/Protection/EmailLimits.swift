import Domain
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// How often email may be asked for by people whom nothing shows to be members: every form that sends some asks here first.
/// Pages whose address carries a token are exempt: whoever has that has an email of ours already.
///
/// Kept in memory: a restart forgives, and what a member's inbox is spared is on record as well.
final class EmailLimits: Sendable {
  /// One address: five at once, then one each five minutes, known or not.
  static let perAddress = Allowance(atOnce: 5, secondsEach: 300)
  /// One network: a clinic of sixty may sign in at once behind one address; after that 360 an hour.
  static let perNetwork = Allowance(atOnce: 60, secondsEach: 10)
  /// About 10 MB at the most.
  static let mostKeys = 50_000

  /// What is to be done with a request.
  enum Verdict: Equatable {
    case send
    /// Answer as if it were sent: to say that an address was asked for often is to say something about it.
    case keepQuiet
    /// Ask again in so many seconds.
    case wait(Int)
  }

  private struct Limits {
    var addresses = RateLimits<String>(EmailLimits.perAddress, mostKeys: EmailLimits.mostKeys)
    var networks = RateLimits<ClientNetwork?>(EmailLimits.perNetwork, mostKeys: EmailLimits.mostKeys)
  }

  private let limits = Mutex(Limits())

  /// Counts a request for email to `address` from a network.
  func ask(_ address: EmailAddress, from network: ClientNetwork?, now: Date) -> Verdict {
    limits.withLock { limits in
      if let seconds = limits.networks.take(network, now: now) { return .wait(Int(seconds.rounded(.up))) }
      return limits.addresses.take(address.key, now: now) == nil ? .send : .keepQuiet
    }
  }
}

extension Site {
  /// The network a request comes from; nil when nobody says.
  func network(of request: Request, _ context: SiteContext) -> ClientNetwork? {
    guard let name = HTTPField.Name("X-Forwarded-For") else { return nil }
    return ClientNetwork.of(
      peer: context.peer, forwardedFor: request.headers[values: name], proxies: settings.trustedProxies)
  }
}
