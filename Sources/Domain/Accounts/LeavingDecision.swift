import Foundation

/// Leaving the network, and coming back before anything is erased.
public enum LeavingDecision {
  /// Whoever has left is erased so many days later.
  public static let graceDays = 30
  /// The same in seconds.
  public static let grace = TimeInterval(graceDays) * 86_400

  /// Decides that a member leaves: the listing is gone and rounds pass by from now on, every other browser is signed out, and
  /// the member is told. Says whether it was done.
  public static func leave(
    _ practitioner: Practitioner?, keeping session: SecretDigest, notice: AccountNotice, now: Date
  ) -> Decision<Bool> {
    guard let practitioner, practitioner.takesPart else { return Decision(false) }
    return Decision(
      true,
      changes: [
        .left(practitioner.id, at: now), .sessionsClosed(practitioner.id, except: session),
        notice.event(.left, of: practitioner, now: now),
      ], emails: [notice.email(.left, to: practitioner, now: now)])
  }

  /// Decides that one who has left comes back: everything is as it was, and the member is told. Says whether it was done: as
  /// long as nothing is erased, it is.
  public static func comeBack(_ practitioner: Practitioner?, notice: AccountNotice, now: Date) -> Decision<
    Bool
  > {
    guard let practitioner, practitioner.standing == .leaving else { return Decision(false) }
    return Decision(
      true,
      changes: [
        .left(practitioner.id, at: nil), notice.event(.cameBack, of: practitioner, now: now),
      ], emails: [notice.email(.cameBack, to: practitioner, now: now)])
  }
}

extension Practitioner {
  /// From when on nothing personal of one who has left is kept; nil while they stay.
  public var erasedFrom: Date? { leftAt.map { $0 + LeavingDecision.grace } }
}
