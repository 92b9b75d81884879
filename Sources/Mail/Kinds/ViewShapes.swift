import Domain

extension Email.Kind {
  /// What the templates of this kind may name.
  var viewShape: ViewShape {
    switch self {
    case .waitingPeriod: WaitingPeriodView.shape.adding(SiteView.shape)
    case .waitingPeriodReminder: WaitingPeriodReminderView.shape.adding(SiteView.shape)
    case .signInLink: SignInLinkView.shape.adding(SiteView.shape)
    case .invitation: InvitationView.shape.adding(SiteView.shape)
    case .alreadyAMember: AlreadyAMemberView.shape.adding(SiteView.shape)
    case .noAccount: NoAccountView.shape.adding(SiteView.shape)
    case .passwordReset: PasswordResetView.shape.adding(SiteView.shape)
    case .accountNotice: AccountNoticeView.shape.adding(SiteView.shape)
    case .addressChange: AddressChangeView.shape.adding(SiteView.shape)
    case .bookingConfirm: BookingConfirmView.shape.adding(SiteView.shape)
    case .bookingNews: BookingNewsView.shape.adding(SiteView.shape)
    case .bookingReminder: BookingReminderView.shape.adding(SiteView.shape)
    case .referral: ReferralView.shape.adding(SiteView.shape)
    case .referralReminder: ReferralReminderView.shape.adding(SiteView.shape)
    case .referralYes: ReferralYesView.shape.adding(SiteView.shape)
    case .referralClosed: ReferralClosedView.shape.adding(SiteView.shape)
    case .requestConfirm: RequestConfirmView.shape.adding(SiteView.shape)
    case .request: RequestView.shape.adding(SiteView.shape)
    case .requestNews: RequestNewsView.shape.adding(SiteView.shape)
    case .digest: DigestView.shape.adding(SiteView.shape)
    }
  }
}
