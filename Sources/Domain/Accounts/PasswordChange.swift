import Foundation

/// Choosing another password, or a first one, while signed in.
public enum PasswordChange {
  /// What became of it.
  public enum Outcome: Hashable, Sendable {
    case done
    /// The old one was not the one on record.
    case wrong
    /// There is no old one, and the session is not fresh.
    case signInAgain
  }

  /// What was typed, looked at before the transaction.
  public struct Attempt: Sendable {
    /// Whether the old one is right, and compared with what.
    public var old: PasswordSignIn.Attempt
    /// The new one.
    public var new: StoredPassword

    /// An attempt.
    public init(old: PasswordSignIn.Attempt, new: StoredPassword) {
      self.old = old
      self.new = new
    }
  }

  /// Decides a change in a session: every other one ends, and the member is told. `stored` is what is on record now.
  public static func decide(
    _ attempt: Attempt, practitioner: Practitioner, session: Session, stored: StoredPassword?,
    notice: AccountNotice, now: Date
  ) -> Decision<Outcome> {
    switch OwnerProof.of(attempt.old, session: session, stored: stored, now: now) {
    case .wrong: return Decision(.wrong)
    case .signInAgain: return Decision(.signInAgain)
    case .given: break
    }
    return Decision(
      .done,
      changes: [
        .passwordSaved(practitioner.id, attempt.new, at: now),
        .sessionsClosed(practitioner.id, except: session.digest),
        notice.event(.passwordSet, of: practitioner, now: now),
      ],
      emails: [
        notice.email(stored == nil ? .passwordSet : .passwordChanged, to: practitioner, now: now)
      ])
  }
}
