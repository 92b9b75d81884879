import Foundation

/// What is known of the answer to one waiting-period email.
public struct WaitAnswer: Hashable, Sendable {
  /// Which email was answered.
  public var email: OutboxEntry.ID
  /// Whose it is.
  public var practitioner: Practitioner.ID
  /// The last answer given through this email, or nil after undo.
  public var period: WaitingPeriod?
  /// When that was.
  public var at: Date
  /// What stood before the first answer: undo and a contest bring it back.
  public var before: StatedWait?
  /// When a second, different answer contradicted the first; links of a contested email show one confirming page for good.
  public var contestedAt: Date?

  /// The state of an email's answer.
  public init(
    email: OutboxEntry.ID, practitioner: Practitioner.ID, period: WaitingPeriod?, at: Date,
    before: StatedWait?,
    contestedAt: Date? = nil
  ) {
    self.email = email
    self.practitioner = practitioner
    self.period = period
    self.at = at
    self.before = before
    self.contestedAt = contestedAt
  }

  /// Whether its links show the confirming page.
  public var isContested: Bool { contestedAt != nil }
}
