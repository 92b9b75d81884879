import Foundation

/// The operator sets a member aside, or takes them back.
public enum StandingDecision {
  /// What the operator is told.
  public enum Outcome: Hashable, Sendable {
    case done
    /// It was so before.
    case alreadySo
    /// They have left, or are erased: there is nobody to set aside.
    case hasLeft
    /// Nobody has that name.
    case unknown
  }

  /// Suspends: not listed, no emails, and every browser of theirs is signed out.
  public static func suspend(_ practitioner: Practitioner?, event: SecurityEvent.ID, now: Date) -> Decision<
    Outcome
  > {
    decide(practitioner, from: .active, to: .suspended) { id in
      [
        .standingSet(id, .suspended), .sessionsClosed(id, except: nil),
        .securityEvent(SecurityEvent(id: event, practitioner: id, kind: .suspended, at: now)),
      ]
    }
  }

  /// Takes back: everything is as it was, and they sign in anew.
  public static func reinstate(_ practitioner: Practitioner?, event: SecurityEvent.ID, now: Date) -> Decision<
    Outcome
  > {
    decide(practitioner, from: .suspended, to: .active) { id in
      [
        .standingSet(id, .active),
        .securityEvent(SecurityEvent(id: event, practitioner: id, kind: .reinstated, at: now)),
      ]
    }
  }

  private static func decide(
    _ practitioner: Practitioner?, from: Practitioner.Standing, to: Practitioner.Standing,
    changes: (Practitioner.ID) -> [Change]
  ) -> Decision<Outcome> {
    guard let practitioner else { return Decision(.unknown) }
    switch practitioner.standing {
    case from: return Decision(.done, changes: changes(practitioner.id))
    case to: return Decision(.alreadySo)
    default: return Decision(.hasLeft)
    }
  }
}
