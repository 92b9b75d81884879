import Foundation

/// How often passwords may be tried. Whoever tries a thousand at one account from a thousand networks is held up, and its
/// member is not: a browser in which they signed in before has an allowance of its own.
///
/// An address counts whether or not it is a member's, so that being held up says nothing about it.
public struct PasswordLimits: Sendable {
  /// One account, in all browsers that its member never signed in with: ten at once, then ten an hour.
  public static let perAccount = Allowance(atOnce: 10, secondsEach: 360)
  /// A browser that its member signed in with: ten at once, then one a minute.
  public static let perKnownBrowser = Allowance(atOnce: 10, secondsEach: 60)
  /// One network: a clinic of sixty may sign in at once; after that 360 an hour.
  public static let perNetwork = Allowance(atOnce: 60, secondsEach: 10)
  /// About 10 MB at the most.
  static let mostKeys = 50_000

  /// What is to be done with an attempt.
  public enum Verdict: Hashable, Sendable {
    case goOn
    /// Too many for the account: again in so many seconds.
    case accountWaits(TimeInterval)
    /// Too many from the network: again in so many seconds.
    case networkWaits(TimeInterval)
  }

  private var accounts = RateLimits<String>(perAccount, mostKeys: mostKeys)
  private var browsers = RateLimits<BrowserKnowledge.Entry>(perKnownBrowser, mostKeys: mostKeys)
  private var networks = RateLimits<ClientNetwork?>(perNetwork, mostKeys: mostKeys)

  /// Limits that nothing was taken from.
  public init() {}

  /// Counts an attempt at the account of `address`; `known` is when its member signed in with the same browser before.
  public mutating func take(
    _ address: EmailAddress, known: BrowserKnowledge.Entry?, from network: ClientNetwork?, now: Date
  ) -> Verdict {
    if let known { return browsers.take(known, now: now).map(Verdict.accountWaits) ?? .goOn }
    if let seconds = networks.take(network, now: now) { return .networkWaits(seconds) }
    return accounts.take(address.key, now: now).map(Verdict.accountWaits) ?? .goOn
  }
}
