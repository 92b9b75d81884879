import Foundation

/// What we intend to say, to whom, with the facts it needs. Each case is a folder of templates with a sample.
public enum Email: Hashable, Sendable {
  case waitingPeriod(WaitingPeriodEmail)
  case waitingPeriodReminder(WaitingPeriodReminderEmail)
  case signInLink(SignInLinkEmail)

  /// The names of the cases: template folders, outbox rows and `helplink emails` use them.
  public enum Kind: String, Sendable, Codable, CaseIterable, Hashable {
    case waitingPeriod = "waiting-period"
    case waitingPeriodReminder = "waiting-period-reminder"
    case signInLink = "sign-in-link"

    /// What one unsubscribe turns off.
    public var stream: EmailStream {
      switch self {
      case .waitingPeriod, .waitingPeriodReminder: .rounds
      case .signInLink: .transactional
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

/// A link that signs its reader in, once.
public struct SignInLinkEmail: Hashable, Sendable, Codable {
  /// How the practitioner is greeted.
  public var name: String
  /// The record whose secret is derived when the message is made; no usable link rests in the database.
  public var link: SignInLink.ID
  /// Derives another secret when a link is sent anew.
  public var generation: Int
  /// The key that the secret derives from.
  public var keyID: UInt8
  /// Of no use from then on.
  public var expiresAt: Date

  /// The email that carries a link.
  public init(name: String, link: SignInLink.ID, generation: Int, keyID: UInt8, expiresAt: Date) {
    self.name = name
    self.link = link
    self.generation = generation
    self.keyID = keyID
    self.expiresAt = expiresAt
  }
}
