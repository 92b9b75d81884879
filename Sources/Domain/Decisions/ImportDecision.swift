import Foundation

/// What an imported line changes: a new member, a revised one, or nothing.
public enum ImportDecision {
  /// What became of a line.
  public enum Outcome: String, Sendable, Codable, Hashable {
    case added, revised, unchanged
  }

  /// Identifiers that a line may need, made before the transaction.
  public struct Identifiers: Sendable {
    /// Whose it is.
    public var practitioner: Practitioner.ID
    /// The line of the history.
    public var event: Identifier<WaitEvent>

    /// Identifiers for one line.
    public init(practitioner: Practitioner.ID, event: Identifier<WaitEvent>) {
      self.practitioner = practitioner
      self.event = event
    }
  }

  /// Decides a line. A member is known by their mailbox; what they said themselves of their wait is never overwritten.
  public static func decide(
    _ line: ImportedPractitioner, existing: (practitioner: Practitioner, listing: Listing)?,
    identifiers: Identifiers,
    now: Date
  ) -> Decision<Outcome> {
    guard let existing else {
      let practitioner = Practitioner(
        id: identifiers.practitioner, name: line.name, email: line.email, timeZone: line.timeZone,
        joinedAt: now)
      return Decision(
        .added,
        changes: [
          .joined(practitioner, line.profile, nil), said(line.wait, by: practitioner.id, identifiers),
        ])
    }
    var practitioner = existing.practitioner
    practitioner.name = line.name
    practitioner.timeZone = line.timeZone
    var profile = line.profile
    // A file says nothing of it.
    profile.accessibility = existing.listing.profile.accessibility
    var changes: [Change] = []
    if practitioner != existing.practitioner || profile != existing.listing.profile {
      changes.append(.revised(practitioner, profile))
    }
    let isNews = existing.listing.wait.map { !$0.means.isPersonal && $0 != line.wait } ?? true
    if isNews { changes.append(said(line.wait, by: practitioner.id, identifiers)) }
    return Decision(changes.isEmpty ? .unchanged : .revised, changes: changes)
  }

  private static func said(_ wait: StatedWait, by id: Practitioner.ID, _ identifiers: Identifiers) -> Change {
    .waitSaid(
      id, wait, WaitEvent(id: identifiers.event, kind: .said, at: wait.confirmedAt, means: wait.means))
  }
}
