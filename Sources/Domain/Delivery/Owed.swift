import Foundation

/// Whether an email that was queued is still owed when its turn comes.
public enum Owed: Hashable, Sendable {
  /// Send it, there.
  case to(EmailAddress)
  case no(Reason)

  /// Why an email is no longer owed.
  public enum Reason: String, Sendable, Codable, CaseIterable {
    case pastUseBy = "past its use-by"
    case unsubscribed
    case suspended
    case left = "has left"
    case withdrawn = "the invitation was taken back or replaced"
    case gone = "no longer a member"
    case answered = "answered already"
    case suppressed = "its address was refused for good"
    case away = "away"
    case notAsked = "the question it reminds of was not sent"
    case lessOften = "wanted less often since"
    case retold = "a later one tells it"
    case empty = "nothing is left to say"
    case askedLately = "the question it reminds of was sent only lately"
    case rearranged = "the appointment was changed since"
    case closed = "the referral is closed, or one of the two takes no part"
    case takenBack = "the answer was taken back"
    case goneOn = "the request has gone on since"
  }

  /// What the decision needs to know of the recipient, as of now.
  public struct Facts: Sendable {
    /// Nil when the recipient is no member (any more).
    public var practitioner: Practitioner?
    /// What their listing says of their wait.
    public var wait: StatedWait?
    /// What became of the question that a reminder is about.
    public var question: Question?
    /// The invitation that an email is of, with whoever invites.
    public var invitation: InvitationFacts?
    /// The booking that an email is about.
    public var booking: Booking?
    /// The request for a time that an email is about.
    public var request: TimeRequest?
    /// The colleague's part of the referral that an email is about; nil where one of the two takes no part.
    public var referral: AskingFacts?
    /// Whether a later digest tells what this one does.
    public var isRetold: Bool
    /// Whether a server refused the recipient's address for good.
    public var isSuppressed: Bool

    /// Facts of the recipient.
    public init(
      practitioner: Practitioner?, wait: StatedWait?, question: Question? = nil,
      invitation: InvitationFacts? = nil, booking: Booking? = nil, request: TimeRequest? = nil,
      referral: AskingFacts? = nil, isRetold: Bool = false, isSuppressed: Bool = false
    ) {
      self.booking = booking
      self.request = request
      self.referral = referral
      self.isRetold = isRetold
      self.invitation = invitation
      self.isSuppressed = isSuppressed
      self.practitioner = practitioner
      self.wait = wait
      self.question = question
    }
  }

  /// What became of an email that another is about.
  public struct Question: Hashable, Sendable {
    /// How far it has come.
    public var state: OutboxEntry.State
    /// When it got there for good.
    public var settledAt: Date?

    /// What became of it.
    public init(state: OutboxEntry.State, settledAt: Date?) {
      self.state = state
      self.settledAt = settledAt
    }
  }

  /// A question that a slow relay took only three days ago is not reminded of.
  public static let patience: TimeInterval = 3 * 86_400

  /// Decides by the recipient's facts and the time.
  public static func decide(_ entry: OutboxEntry, facts: Facts, now: Date) -> Owed {
    guard now <= entry.useBy else { return .no(.pastUseBy) }
    guard !facts.isSuppressed else { return .no(.suppressed) }
    guard isStanding(entry.email, facts.invitation, now: now) else { return .no(.withdrawn) }
    guard entry.email.isTrue(of: facts.booking) else { return .no(.rearranged) }
    guard entry.email.isTrue(of: facts.request, now: now) else { return .no(.goneOn) }
    guard case .practitioner = entry.recipient else {
      if case .address(let address) = entry.recipient { return .to(address) }
      return .no(.gone)
    }
    guard let practitioner = facts.practitioner else { return .no(.gone) }
    let stream = entry.email.kind.stream
    if let reason = standing(of: practitioner, stream) { return .no(reason) }
    guard !practitioner.stoppedStreams.contains(stream) else { return .no(.unsubscribed) }
    let reason =
      round(entry, practitioner, facts: facts, now: now) ?? digest(entry, facts, practitioner, now: now)
      ?? referral(entry, facts: facts, now: now)
    if let reason { return .no(reason) }
    return .to(practitioner.email)
  }

  /// Who has left gets answers to what they did themselves, and nothing else.
  private static func standing(of practitioner: Practitioner, _ stream: EmailStream) -> Reason? {
    switch practitioner.standing {
    case .active: nil
    case .suspended: .suspended
    case .leaving: stream == .transactional ? nil : .left
    case .erased: .gone
    }
  }

  /// Whether an invitation's email has the newest link, and that still lets somebody in; other emails have none.
  private static func isStanding(_ email: Email, _ found: InvitationFacts?, now: Date) -> Bool {
    guard case .invitation(let facts) = email else { return true }
    return found.map { $0.invitation.generation == facts.generation && $0.standing(now: now) == .open }
      ?? false
  }

  /// Why a digest need not be sent. What it would have told, the next one tells.
  private static func digest(
    _ entry: OutboxEntry, _ facts: Facts, _ practitioner: Practitioner, now: Date
  ) -> Reason? {
    guard case .digest(let email) = entry.email else { return nil }
    if facts.isRetold { return .retold }
    if practitioner.preferences.digests > email.frequency { return .lessOften }
    guard email.sections.allSatisfy({ $0.standing(at: now) == nil }) else { return nil }
    guard email.question != nil else { return .empty }
    return facts.wait.map { $0.means.isPersonal && $0.confirmedAt > email.until } ?? false ? .answered : nil
  }

  /// Why the waiting-period question, or its reminder, need not be sent.
  private static func round(
    _ entry: OutboxEntry, _ practitioner: Practitioner, facts: Facts, now: Date
  ) -> Reason? {
    let askedAt: Date
    switch entry.email {
    case .waitingPeriod: askedAt = entry.createdAt
    case .waitingPeriodReminder(let reminder): askedAt = reminder.askedAt
    case .signInLink, .invitation, .alreadyAMember, .passwordReset, .accountNotice, .noAccount,
      .addressChange, .bookingConfirm, .bookingNews, .bookingReminder, .digest, .referral, .referralReminder,
      .referralYes, .referralClosed, .requestConfirm, .request, .requestNews:
      return nil
    }
    // A fresh link is what somebody who is away has just asked for; its period names no month.
    if let round = Round(entry.period) {
      if practitioner.isAway(at: now) { return .away }
      if !practitioner.preferences.rounds.includes(round) { return .lessOften }
    }
    if let wait = facts.wait, wait.means.isPersonal, wait.confirmedAt >= askedAt { return .answered }
    guard case .waitingPeriodReminder = entry.email else { return nil }
    guard let question = facts.question, [.sent, .uncertain].contains(question.state) else {
      return .notAsked
    }
    return question.settledAt.map { now.timeIntervalSince($0) < patience } ?? false ? .askedLately : nil
  }
}
