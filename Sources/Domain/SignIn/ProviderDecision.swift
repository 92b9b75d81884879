import Foundation

/// Signing in through a provider of OpenID Connect, and what an account is linked to.
///
/// Promise: only the identity that is on record opens an account. An equal address decides nothing: whoever can make a provider
/// show an address would own the account.
public enum ProviderDecision {
  /// What came back from the provider, verified, with what is prepared for it before the transaction.
  public struct Arrival: Sendable {
    /// Who it is.
    public var identity: ProviderIdentity
    /// The address that the provider shows, or empty.
    public var account: String
    /// The provider's name, for the trail: "Google".
    public var provider: String
    /// What the browser says it is.
    public var browser: String
    /// The line of the trail, if there is to be one.
    public var event: SecurityEvent.ID

    /// Somebody who came back.
    public init(
      identity: ProviderIdentity, account: String, provider: String, browser: String, event: SecurityEvent.ID
    ) {
      self.identity = identity
      self.account = account
      self.provider = provider
      self.browser = browser
      self.event = event
    }

    /// "Google, Firefox on Linux".
    var detail: String { browser.isEmpty ? provider : "\(provider), \(browser)" }
  }

  /// Decides a sign-in: it opens a session of the member whom the identity is linked to, and of nobody else.
  public static func signIn(
    _ arrival: Arrival, linked: LinkedIdentity?, practitioner: Practitioner?, opening: SessionOpening,
    now: Date
  ) -> Decision<Session?> {
    guard let linked, let practitioner, linked.identity == arrival.identity,
      linked.practitioner == practitioner.id, practitioner.maySignIn
    else { return Decision(nil) }
    let (session, changes) = opening.open(
      for: practitioner.id, by: .provider, through: arrival.provider, now: now)
    return Decision(session, changes: changes)
  }

  /// How an attempt to link ended.
  public enum Linking: Hashable, Sendable {
    case linked
    /// It was linked to this account already.
    case alreadyLinked
    /// It opens another account.
    case opensAnother
    /// This account has another identity of the same provider.
    case hasAnother
  }

  /// Decides whether an identity may open the account of a member who is signed in.
  ///
  /// - Parameters:
  ///   - linked: what is on record of the identity.
  ///   - own: what the member's account is linked to.
  ///   - notice: what tells the member.
  public static func link(
    _ arrival: Arrival, to member: Practitioner, linked: LinkedIdentity?, own: [LinkedIdentity],
    notice: AccountNotice, now: Date
  ) -> Decision<Linking> {
    if let linked { return Decision(linked.practitioner == member.id ? .alreadyLinked : .opensAnother) }
    guard !own.contains(where: { $0.identity.issuer == arrival.identity.issuer }) else {
      return Decision(.hasAnother)
    }
    return Decision(
      .linked, changes: linking(arrival, to: member.id, now: now),
      emails: [notice.email(.providerLinked, to: member, now: now)])
  }

  /// The changes that link an identity to an account: a new one that its invitation opens, or a member's own.
  public static func linking(_ arrival: Arrival, to practitioner: Practitioner.ID, now: Date) -> [Change] {
    let linked = LinkedIdentity(
      identity: arrival.identity, practitioner: practitioner, account: arrival.account, linkedAt: now)
    let event = SecurityEvent(
      id: arrival.event, practitioner: practitioner, kind: .providerLinked, at: now, detail: arrival.detail)
    return [.identityLinked(linked), .securityEvent(event)]
  }

  /// How an attempt to unlink ended.
  public enum Unlinking: Hashable, Sendable {
    case unlinked
    case notLinked
    /// Nobody could sign in afterwards.
    case lastWay
  }

  /// Decides whether a member's account is no longer opened by a provider.
  ///
  /// - Parameters:
  ///   - own: what the account is linked to.
  ///   - hasAnotherWay: whether the member can sign in without a provider.
  ///   - event: the line of the trail, with the provider's name and the browser as its detail.
  ///   - notice: what tells the member.
  public static func unlink(
    issuer: String, of member: Practitioner, own: [LinkedIdentity], hasAnotherWay: Bool,
    event: SecurityEvent, notice: AccountNotice
  ) -> Decision<Unlinking> {
    let linked = own.filter { $0.identity.issuer == issuer && $0.practitioner == member.id }
    guard !linked.isEmpty else { return Decision(.notLinked) }
    guard hasAnotherWay else { return Decision(.lastWay) }
    return Decision(
      .unlinked, changes: linked.map { .identityUnlinked($0.identity) } + [.securityEvent(event)],
      emails: [notice.email(.providerUnlinked, to: member, now: event.at)])
  }
}
