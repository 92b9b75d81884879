import Foundation

/// Who gets this round's email, and who may get its reminder.
public enum RoundDecision {
  /// What a round needs to know of one practitioner.
  public struct Candidate: Sendable {
    /// Who may be asked.
    public var practitioner: Practitioner
    /// What their listing says of their wait.
    public var wait: StatedWait?
    /// The identifier the email would get.
    public var emailID: OutboxEntry.ID
    /// The identifier the reminder would get.
    public var reminderID: OutboxEntry.ID

    /// A candidate with the identifiers that emails would get.
    public init(
      practitioner: Practitioner, wait: StatedWait?, emailID: OutboxEntry.ID, reminderID: OutboxEntry.ID
    ) {
      self.practitioner = practitioner
      self.wait = wait
      self.emailID = emailID
      self.reminderID = reminderID
    }
  }

  /// What a firing sends.
  public struct Emails: Hashable, Sendable {
    /// For the outbox.
    public var emails: [NewEmail]
    /// Recipients for whom it was too late.
    public var late: Int
  }

  /// An email that is at most an hour behind its time still bears that time; one made up for after more bears the time
  /// that it goes out, from which its reminder is counted as well.
  private static let behind: TimeInterval = 3_600

  /// The emails of a firing to these candidates. The outbox admits one email and one reminder a practitioner and round,
  /// whoever asks, and looks again when a reminder's time has come: who answered gets none.
  public static func emails(
    of firing: Firing, terms: FiringTerms, to candidates: [Candidate], siteZone: TimeZone, now: Date
  ) -> Emails {
    let round = Round(at: firing.instant, in: TimeZone(identifier: firing.zone) ?? siteZone)
    var asked = Emails(emails: [], late: 0)
    for candidate in candidates {
      let spread = Spread.delay(
        upTo: terms.randomizedDelay, schedule: firing.schedule, recipient: candidate.practitioner.id,
        period: round.description)
      let due = firing.instant + spread
      let at = now.timeIntervalSince(due) > behind ? now : due
      guard isAsked(candidate.practitioner), candidate.practitioner.preferences.rounds.includes(round),
        !candidate.practitioner.isAway(at: at)
      else { continue }
      guard at <= due + terms.cutOff else {
        asked.late += 1
        continue
      }
      let question = question(round, to: candidate, siteZone: siteZone, at: at, useBy: due + terms.cutOff)
      asked.emails.append(question)
      if let days = terms.reminderAfter {
        asked.emails.append(
          reminder(of: question, to: candidate, after: days, cutOff: terms.cutOff, siteZone))
      }
    }
    return asked
  }

  /// Whether a practitioner gets this kind of email at all.
  public static func isAsked(_ practitioner: Practitioner) -> Bool {
    practitioner.isListed && !practitioner.stoppedStreams.contains(.rounds)
  }

  private static func question(
    _ round: Round, to candidate: Candidate, siteZone: TimeZone, at: Date, useBy: Date
  ) -> NewEmail {
    let email = WaitingPeriodEmail(
      round: round, name: candidate.practitioner.name, present: candidate.wait,
      timeZone: candidate.practitioner.zone(orSite: siteZone).identifier)
    return NewEmail(
      id: candidate.emailID, email: .waitingPeriod(email),
      recipient: .practitioner(candidate.practitioner.id),
      period: round.description, notBefore: at, useBy: useBy)
  }

  /// At the same time of day, so many days after the question.
  private static func reminder(
    of question: NewEmail, to candidate: Candidate, after days: Int, cutOff: TimeInterval,
    _ siteZone: TimeZone
  ) -> NewEmail {
    guard case .waitingPeriod(let asked) = question.email else { return question }
    let at = question.notBefore.sameTime(
      daysLater: days, in: candidate.practitioner.zone(orSite: siteZone))
    let email = WaitingPeriodReminderEmail(
      question: question.id, askedAt: question.notBefore, round: asked.round, name: asked.name,
      present: asked.present, timeZone: asked.timeZone)
    return NewEmail(
      id: candidate.reminderID, email: .waitingPeriodReminder(email), recipient: question.recipient,
      period: question.period, notBefore: at, useBy: at + cutOff)
  }
}
