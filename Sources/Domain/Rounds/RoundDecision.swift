import Foundation

/// Who gets this round's email.
public enum RoundDecision {
  /// Buttons are answered for 45 days; a message that could not be sent within seven would ask about a month half gone.
  public static let useFor: TimeInterval = 7 * 86_400

  /// What a round needs to know of one practitioner.
  public struct Candidate: Sendable {
    /// Who may be asked.
    public var practitioner: Practitioner
    /// What their listing says of their wait.
    public var wait: StatedWait?
    /// The identifier the email would get.
    public var emailID: OutboxEntry.ID

    /// A candidate with the identifier its email would get.
    public init(practitioner: Practitioner, wait: StatedWait?, emailID: OutboxEntry.ID) {
      self.practitioner = practitioner
      self.wait = wait
      self.emailID = emailID
    }
  }

  /// The emails of a round to these candidates, fired at an instant. The outbox admits one a practitioner and round, whoever asks.
  public static func emails(for round: Round, to candidates: [Candidate], firedAt: Date, siteZone: TimeZone)
    -> [NewEmail]
  {
    candidates.filter { isAsked($0.practitioner) }.map { candidate in
      let zone = candidate.practitioner.timeZone ?? siteZone.identifier
      let email = WaitingPeriodEmail(
        round: round, name: candidate.practitioner.name, present: candidate.wait, timeZone: zone)
      return NewEmail(
        id: candidate.emailID, email: .waitingPeriod(email),
        recipient: .practitioner(candidate.practitioner.id),
        period: round.description, notBefore: firedAt, useBy: firedAt + useFor)
    }
  }

  /// Whether a practitioner is asked at all.
  public static func isAsked(_ practitioner: Practitioner) -> Bool {
    practitioner.standing == .active && !practitioner.stoppedStreams.contains(.rounds)
  }
}
