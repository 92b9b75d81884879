import Foundation

/// What an operator may do with an email of the outbox.
public enum QueueCommand: String, Sendable, Codable {
  /// Send it now: allowed for what failed, is uncertain, was cancelled or waits.
  case retry
  /// Do not send it: allowed for what has not begun.
  case cancel

  /// What the operator is told.
  public enum Outcome: Sendable, Hashable {
    case done
    case unknown
    /// Not in this state.
    case refused(OutboxEntry.State)
  }

  /// Decides the command for an entry as it stands.
  public func decide(_ entry: OutboxEntry?, now: Date) -> Decision<Outcome> {
    guard let entry else { return Decision(.unknown) }
    switch (self, entry.state) {
    case (.retry, .failed), (.retry, .uncertain), (.retry, .cancelled), (.retry, .queued):
      let lasts = min(
        entry.useBy.timeIntervalSince(entry.firstDue), entry.useBy.timeIntervalSince(entry.createdAt))
      return Decision(
        .done, changes: [.emailRetried(entry.id, at: now, useBy: max(entry.useBy, now + lasts))])
    case (.cancel, .queued), (.cancel, .uncertain):
      return Decision(.done, changes: [.emailCancelled(entry.id, at: now)])
    default: return Decision(.refused(entry.state))
    }
  }
}
