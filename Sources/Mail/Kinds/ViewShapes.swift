import Domain

extension Email.Kind {
  /// What the templates of this kind may name.
  var viewShape: ViewShape {
    switch self {
    case .waitingPeriod: WaitingPeriodView.shape.adding(SiteView.shape)
    case .waitingPeriodReminder: WaitingPeriodReminderView.shape.adding(SiteView.shape)
    case .signInLink: SignInLinkView.shape.adding(SiteView.shape)
    }
  }
}
