import Domain

extension Email {
  /// The name of the person it is for, on one line; nil when nobody knows it.
  var addressee: String? {
    switch self {
    case .waitingPeriod(let facts): facts.name.onOneLine
    case .waitingPeriodReminder(let facts): facts.name.onOneLine
    case .signInLink(let facts): facts.name.onOneLine
    case .invitation: nil
    case .alreadyAMember(let facts): facts.name.onOneLine
    case .noAccount: nil
    case .passwordReset(let facts): facts.name.onOneLine
    case .accountNotice(let facts): facts.name.onOneLine
    case .addressChange(let facts): facts.name.onOneLine
    case .bookingConfirm, .bookingReminder: nil
    case .bookingNews(let facts):
      facts.reader == .practitioner ? facts.appointment.practitioner.onOneLine : nil
    case .referral(let facts): facts.name.onOneLine
    case .referralReminder(let facts): facts.asked.name.onOneLine
    case .referralYes(let facts): facts.name.onOneLine
    case .referralClosed(let facts): facts.name.onOneLine
    case .requestConfirm, .requestNews: nil
    case .request(let facts): facts.name.onOneLine
    case .digest(let facts): facts.name.onOneLine
    }
  }
}
