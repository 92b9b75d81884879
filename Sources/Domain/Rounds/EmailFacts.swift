import Foundation

/// The facts of an email as they rest in the outbox: JSON with a version, times as UTC milliseconds.
public enum EmailFacts {
  /// Why a row's facts cannot be read.
  public enum Unreadable: Error, Sendable, Equatable {
    case unknownVersion(Int, kind: Email.Kind)
    case malformed(String)

    /// A clause for the operator.
    public var explanation: String {
      switch self {
      case .unknownVersion(let version, let kind): "version \(version) of \(kind.rawValue) is not known here"
      case .malformed(let words): words
      }
    }
  }

  /// The JSON of an email's facts, with its keys in order: the same email is the same text.
  public static func encode(_ email: Email) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .custom { date, encoder in
      var container = encoder.singleValueContainer()
      try container.encode(date.milliseconds)
    }
    let data =
      switch email {
      case .waitingPeriod(let facts): try encoder.encode(facts)
      case .waitingPeriodReminder(let facts): try encoder.encode(facts)
      case .signInLink(let facts): try encoder.encode(facts)
      case .invitation(let facts): try encoder.encode(facts)
      case .alreadyAMember(let facts): try encoder.encode(facts)
      case .noAccount(let facts): try encoder.encode(facts)
      case .passwordReset(let facts): try encoder.encode(facts)
      case .accountNotice(let facts): try encoder.encode(facts)
      case .addressChange(let facts): try encoder.encode(facts)
      case .bookingConfirm(let facts): try encoder.encode(facts)
      case .bookingNews(let facts): try encoder.encode(facts)
      case .bookingReminder(let facts): try encoder.encode(facts)
      case .referral(let facts): try encoder.encode(facts)
      case .referralReminder(let facts): try encoder.encode(facts)
      case .referralYes(let facts): try encoder.encode(facts)
      case .referralClosed(let facts): try encoder.encode(facts)
      case .requestConfirm(let facts): try encoder.encode(facts)
      case .request(let facts): try encoder.encode(facts)
      case .requestNews(let facts): try encoder.encode(facts)
      case .digest(let facts): try encoder.encode(facts)
      }
    return String(decoding: data, as: UTF8.self)
  }

  /// The email of a row.
  public static func decode(_ text: String, kind: Email.Kind, version: Int) throws(Unreadable) -> Email {
    guard version == kind.factsVersion else { throw .unknownVersion(version, kind: kind) }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .custom { decoder in
      Date(milliseconds: try decoder.singleValueContainer().decode(Int64.self))
    }
    do {
      let data = Data(text.utf8)
      switch kind {
      case .waitingPeriod: return .waitingPeriod(try decoder.decode(WaitingPeriodEmail.self, from: data))
      case .waitingPeriodReminder:
        return .waitingPeriodReminder(try decoder.decode(WaitingPeriodReminderEmail.self, from: data))
      case .signInLink: return .signInLink(try decoder.decode(SignInLinkEmail.self, from: data))
      case .invitation: return .invitation(try decoder.decode(InvitationEmail.self, from: data))
      case .alreadyAMember:
        return .alreadyAMember(try decoder.decode(AlreadyAMemberEmail.self, from: data))
      case .noAccount: return .noAccount(try decoder.decode(NoAccountEmail.self, from: data))
      case .passwordReset: return .passwordReset(try decoder.decode(PasswordResetEmail.self, from: data))
      case .accountNotice: return .accountNotice(try decoder.decode(AccountNoticeEmail.self, from: data))
      case .addressChange: return .addressChange(try decoder.decode(AddressChangeEmail.self, from: data))
      case .bookingConfirm: return .bookingConfirm(try decoder.decode(BookingConfirmEmail.self, from: data))
      case .bookingNews: return .bookingNews(try decoder.decode(BookingNewsEmail.self, from: data))
      case .bookingReminder:
        return .bookingReminder(try decoder.decode(BookingReminderEmail.self, from: data))
      case .referral: return .referral(try decoder.decode(ReferralEmail.self, from: data))
      case .referralReminder:
        return .referralReminder(try decoder.decode(ReferralReminderEmail.self, from: data))
      case .referralYes: return .referralYes(try decoder.decode(ReferralYesEmail.self, from: data))
      case .referralClosed: return .referralClosed(try decoder.decode(ReferralClosedEmail.self, from: data))
      case .requestConfirm: return .requestConfirm(try decoder.decode(RequestConfirmEmail.self, from: data))
      case .request: return .request(try decoder.decode(RequestEmail.self, from: data))
      case .requestNews: return .requestNews(try decoder.decode(RequestNewsEmail.self, from: data))
      case .digest: return .digest(try decoder.decode(DigestEmail.self, from: data))
      }
    } catch { throw .malformed(DecodingWords.describe(error)) }
  }
}

extension Date {
  /// UTC milliseconds since 1970, rounded down: how times rest in the database and in facts.
  public var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded(.down)) }

  /// The moment of so many UTC milliseconds.
  public init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }

  /// The same moment as a database keeps it.
  public var inMilliseconds: Date { Date(milliseconds: milliseconds) }
}
