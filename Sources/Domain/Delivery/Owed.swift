import Foundation

/// Whether an email that was queued is still owed when its turn comes.
public enum Owed: Hashable, Sendable {
  /// Send it, there.
  case to(EmailAddress)
  case no(Reason)

  /// Why an email is no longer owed.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    case pastUseBy = "past its use-by"
    case unsubscribed
    case suspended
    case gone = "no longer a member"
    case answered = "answered already"
  }

  /// What the decision needs to know of the recipient, as of now.
  public struct Facts: Sendable {
    /// Nil when the recipient is no member (any more).
    public var practitioner: Practitioner?
    /// What their listing says of their wait.
    public var wait: StatedWait?

    /// Facts of the recipient.
    public init(practitioner: Practitioner?, wait: StatedWait?) {
      self.practitioner = practitioner
      self.wait = wait
    }
  }

  /// Decides by the recipient's facts and the time.
  public static func decide(_ entry: OutboxEntry, facts: Facts, now: Date) -> Owed {
    guard now <= entry.useBy else { return .no(.pastUseBy) }
    guard case .practitioner = entry.recipient else {
      if case .address(let address) = entry.recipient { return .to(address) }
      return .no(.gone)
    }
    guard let practitioner = facts.practitioner else { return .no(.gone) }
    guard practitioner.standing == .active else { return .no(.suspended) }
    guard !practitioner.stoppedStreams.contains(entry.email.kind.stream) else { return .no(.unsubscribed) }
    if case .waitingPeriod = entry.email, let wait = facts.wait, wait.means.isPersonal,
      wait.confirmedAt >= entry.createdAt
    {
      return .no(.answered)
    }
    return .to(practitioner.email)
  }
}
