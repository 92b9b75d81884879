import Foundation

/// What we intend to say, to whom, with the facts it needs. Each case is a folder of templates with a sample.
public enum Email: Hashable, Sendable {
  case waitingPeriod(WaitingPeriodEmail)
  case waitingPeriodReminder(WaitingPeriodReminderEmail)
  case signInLink(SignInLinkEmail)
  case invitation(InvitationEmail)
  case alreadyAMember(AlreadyAMemberEmail)
  case noAccount(NoAccountEmail)
  case passwordReset(PasswordResetEmail)
  case accountNotice(AccountNoticeEmail)
  case addressChange(AddressChangeEmail)
  case bookingConfirm(BookingConfirmEmail)
  case bookingNews(BookingNewsEmail)
  case bookingReminder(BookingReminderEmail)
  case referral(ReferralEmail)
  case referralReminder(ReferralReminderEmail)
  case referralYes(ReferralYesEmail)
  case referralClosed(ReferralClosedEmail)
  case requestConfirm(RequestConfirmEmail)
  case request(RequestEmail)
  case requestNews(RequestNewsEmail)
  case digest(DigestEmail)

  /// The names of the cases: template folders, outbox rows and `helplink emails` use them.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable {
    case waitingPeriod = "waiting-period"
    case waitingPeriodReminder = "waiting-period-reminder"
    case signInLink = "sign-in-link"
    case invitation
    case alreadyAMember = "already-a-member"
    case noAccount = "no-account"
    case passwordReset = "password-reset"
    case accountNotice = "account-notice"
    case addressChange = "address-change"
    case bookingConfirm = "booking-confirm"
    case bookingNews = "booking-news"
    case bookingReminder = "booking-reminder"
    case referral
    case referralReminder = "referral-reminder"
    case referralYes = "referral-yes"
    case referralClosed = "referral-closed"
    case requestConfirm = "request-confirm"
    case request
    case requestNews = "request-news"
    case digest

    /// What one unsubscribe turns off.
    public var stream: EmailStream {
      switch self {
      case .waitingPeriod, .waitingPeriodReminder: .rounds
      case .digest: .digests
      case .signInLink, .invitation, .alreadyAMember, .noAccount, .passwordReset, .accountNotice,
        .addressChange, .bookingConfirm, .bookingNews, .bookingReminder, .referral, .referralReminder,
        .referralYes, .referralClosed, .requestConfirm, .request, .requestNews:
        .transactional
      }
    }

    /// Raised when the facts of a kind change shape, so that rows queued before still mean something.
    public var factsVersion: Int { 1 }
  }

  /// Which case it is.
  public var kind: Kind {
    switch self {
    case .waitingPeriod: .waitingPeriod
    case .waitingPeriodReminder: .waitingPeriodReminder
    case .signInLink: .signInLink
    case .invitation: .invitation
    case .alreadyAMember: .alreadyAMember
    case .noAccount: .noAccount
    case .passwordReset: .passwordReset
    case .accountNotice: .accountNotice
    case .addressChange: .addressChange
    case .bookingConfirm: .bookingConfirm
    case .bookingNews: .bookingNews
    case .bookingReminder: .bookingReminder
    case .referral: .referral
    case .referralReminder: .referralReminder
    case .referralYes: .referralYes
    case .referralClosed: .referralClosed
    case .requestConfirm: .requestConfirm
    case .request: .request
    case .requestNews: .requestNews
    case .digest: .digest
    }
  }
}

/// The monthly question: how long is your wait?
public struct WaitingPeriodEmail: Hashable, Sendable, Codable {
  /// Which month.
  public var round: Round
  /// How the practitioner is greeted.
  public var name: String
  /// What stood when the email was decided on, marked among the buttons.
  public var present: StatedWait?
  /// IANA name of the zone that dates are written in.
  public var timeZone: String

  /// The question of one round to one practitioner.
  public init(round: Round, name: String, present: StatedWait?, timeZone: String) {
    self.round = round
    self.name = name
    self.present = present
    self.timeZone = timeZone
  }
}

/// The same question once more, to who did not answer. Its buttons are those of the question: two answers that contradict
/// each other are seen as such whichever of the two messages they came from.
public struct WaitingPeriodReminderEmail: Hashable, Sendable, Codable {
  /// The email that asked first.
  public var question: OutboxEntry.ID
  /// When it did.
  public var askedAt: Date
  /// Which month.
  public var round: Round
  /// How the practitioner is greeted.
  public var name: String
  /// What stood when the question was decided on.
  public var present: StatedWait?
  /// IANA name of the zone that dates are written in.
  public var timeZone: String

  /// The reminder of one question.
  public init(
    question: OutboxEntry.ID, askedAt: Date, round: Round, name: String, present: StatedWait?,
    timeZone: String
  ) {
    self.question = question
    self.askedAt = askedAt
    self.round = round
    self.name = name
    self.present = present
    self.timeZone = timeZone
  }
}
