import Domain
import Foundation

extension OutboxEntry {
  /// The outbox row that a sample would have, for previews and tests: never stored, never sent.
  ///
  /// It is always the same. Its links are signed, and lead nowhere: its identifiers are of nobody.
  public static func sample(_ kind: Email.Kind, of templates: MailTemplates, keys: KeyRing) -> OutboxEntry? {
    guard let id = ID(bytes: Array(1...16)), let practitioner = Practitioner.ID(bytes: Array(17...32)) else {
      return nil
    }
    let email = templates.sample(kind).signed(by: keys.currentID)
    return OutboxEntry(
      id: id, email: email, recipient: .practitioner(practitioner), period: email.samplePeriod,
      createdAt: email.sampleMoment, useBy: email.sampleMoment + 7 * 86_400)
  }
}

extension Email {
  /// A sample's secrets derive from a key that there is.
  fileprivate func signed(by keyID: UInt8) -> Email {
    switch self {
    case .signInLink(var facts):
      facts.keyID = keyID
      return .signInLink(facts)
    case .passwordReset(var facts):
      facts.keyID = keyID
      return .passwordReset(facts)
    case .addressChange(var facts):
      facts.keyID = keyID
      return .addressChange(facts)
    case .invitation(var facts):
      facts.keyID = keyID
      return .invitation(facts)
    case .waitingPeriod, .waitingPeriodReminder, .alreadyAMember, .noAccount, .accountNotice,
      .bookingConfirm, .bookingNews, .bookingReminder, .digest, .referral, .referralReminder, .referralYes,
      .referralClosed, .requestConfirm, .request, .requestNews:
      return self
    }
  }

  /// When a sample was made: a round's on the first day of its month, a reminder a week later, a link's as long before it expires as
  /// it works.
  fileprivate var sampleMoment: Date {
    switch self {
    case .waitingPeriod(let facts):
      Calendar.gregorian(in: facts.timeZone)
        .date(from: DateComponents(year: facts.round.year, month: facts.round.month, day: 1, hour: 9))
        ?? .distantPast
    case .waitingPeriodReminder(let facts): facts.askedAt + 7 * 86_400
    case .signInLink(let facts): facts.expiresAt - SignInDecision.linkLasts
    case .invitation(let facts): facts.expiresAt - Invitation.lasts
    case .alreadyAMember: Date(timeIntervalSince1970: 1_796_079_600)
    case .noAccount(let facts): facts.askedAt
    case .passwordReset(let facts): facts.expiresAt - PasswordReset.linkLasts
    case .accountNotice(let facts): facts.at
    case .addressChange(let facts): facts.expiresAt - AddressChange.linkLasts
    case .bookingConfirm(let facts): facts.keptUntil - Booking.confirmationLasts
    case .bookingNews(let facts): facts.appointment.slot.start - 4 * 86_400
    case .bookingReminder(let facts): facts.appointment.slot.start - 2 * 86_400
    case .referral(let facts): facts.askedAt
    case .referralReminder(let facts): facts.asked.askedAt + Asking.remindedAfter
    case .referralYes(let facts): facts.answeredAt
    case .referralClosed(let facts): facts.askedAt + 86_400
    case .requestConfirm(let facts): facts.madeAt
    case .request(let facts): facts.answerBy - TimeRequest.answerLasts
    case .requestNews(let facts): facts.at
    case .digest(let facts): facts.until
    }
  }

  fileprivate var samplePeriod: String {
    switch self {
    case .waitingPeriod(let facts): facts.round.description
    case .waitingPeriodReminder(let facts): facts.round.description
    case .signInLink(let facts): facts.link.text
    case .invitation(let facts): facts.invitation.text
    case .alreadyAMember: "sample"
    case .noAccount(let facts): LocalDay(facts.askedAt, in: .gmt).text
    case .passwordReset(let facts): facts.link.text
    case .accountNotice: kind.rawValue
    case .addressChange(let facts): facts.link.text
    case .bookingConfirm(let facts): facts.appointment.booking.text
    case .bookingNews(let facts): facts.appointment.booking.text
    case .bookingReminder(let facts): facts.appointment.booking.text
    case .referral, .referralReminder: kind.rawValue
    case .referralYes(let facts): facts.referral.text
    case .referralClosed(let facts): facts.referral.text
    case .requestConfirm(let facts): facts.request.text
    case .request(let facts): facts.request.text
    case .requestNews(let facts): facts.request.text
    case .digest(let facts): LocalDay(facts.until, in: TimeZone(identifier: facts.timeZone) ?? .gmt).text
    }
  }
}

extension Calendar {
  fileprivate static func gregorian(in zone: String) -> Calendar {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
    return calendar
  }
}
