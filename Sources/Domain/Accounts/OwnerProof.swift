import Foundation

/// Whether whoever changes an account in a session is its member: whoever finds a browser open is not.
public enum OwnerProof: Hashable, Sendable {
  case given
  /// What was typed is not the password on record.
  case wrong
  /// There is no password, and the session is not fresh.
  case signInAgain

  /// Without a password a session shows it that was opened so lately, in seconds.
  public static let fresh: TimeInterval = 15 * 60

  /// Whether a session was opened lately enough to show it without a password.
  public static func isFresh(_ session: Session, now: Date) -> Bool {
    now.timeIntervalSince(session.openedAt) <= fresh
  }

  /// What an attempt shows; `stored` is the password on record now.
  public static func of(
    _ attempt: PasswordSignIn.Attempt, session: Session, stored: StoredPassword?, now: Date
  ) -> OwnerProof {
    guard let stored else { return isFresh(session, now: now) ? .given : .signInAgain }
    return attempt.isRight && attempt.checked == stored ? .given : .wrong
  }
}
