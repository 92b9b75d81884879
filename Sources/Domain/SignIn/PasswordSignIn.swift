import Foundation

/// Signing in with a password.
public enum PasswordSignIn {
  /// What a browser typed, looked at before the transaction, because stretching takes long.
  public struct Attempt: Sendable {
    /// What was on record when it was stretched; nil when there was nothing to compare it with.
    public var checked: StoredPassword?
    /// Whether it was that one.
    public var isRight: Bool
    /// The same password stretched as new ones are, where the one on record was not.
    public var restretched: StoredPassword?

    /// An attempt.
    public init(checked: StoredPassword?, isRight: Bool, restretched: StoredPassword? = nil) {
      self.checked = checked
      self.isRight = isRight
      self.restretched = restretched
    }
  }

  /// Decides an attempt; `stored` is the password on record now. No member, none with a password, a wrong one and one that was
  /// changed meanwhile are told alike.
  public static func decide(
    _ attempt: Attempt, practitioner: Practitioner?, stored: StoredPassword?, opening: SessionOpening,
    now: Date
  ) -> Decision<Session?> {
    guard attempt.isRight, let stored, stored == attempt.checked, let practitioner, practitioner.maySignIn
    else { return Decision(nil) }
    let (session, changes) = opening.open(for: practitioner.id, by: .password, now: now)
    let restretched = attempt.restretched.map {
      Change.passwordRestretched(practitioner.id, $0)
    }
    return Decision(session, changes: changes + [restretched].compactMap(\.self))
  }

  /// Decides whether the trail says that too many wrong passwords were tried: once a day is enough for whoever reads it.
  public static func heldUp(
    _ practitioner: Practitioner?, last: SecurityEvent?, line: SecurityEvent.ID, now: Date
  ) -> Decision<Void> {
    guard let practitioner, last.map({ now.timeIntervalSince($0.at) >= 86_400 }) ?? true else {
      return Decision(())
    }
    let event = SecurityEvent(id: line, practitioner: practitioner.id, kind: .signInRefused, at: now)
    return Decision((), changes: [.securityEvent(event)])
  }
}
