import Foundation

/// A time that somebody has, or is about to have. Moved to another time it is the same booking.
public struct Booking: Hashable, Sendable {
  /// The identifier of one.
  public typealias ID = Identifier<Booking>

  /// Its identifier; calendars know it by this.
  public var id: ID
  /// Whose time it is.
  public var practitioner: Practitioner.ID
  /// Which time.
  public var slot: Slot
  /// How far it has come.
  public var state: State
  /// Of the secret of the browser that chose the time.
  public var browser: SecretDigest
  /// Until then nobody else may have the time, though it is not booked.
  public var keptUntil: Date
  /// Nil while a time is held and nobody has said who they are.
  public var seeker: Seeker?
  /// When they said so.
  public var askedAt: Date?
  /// When it was booked.
  public var bookedAt: Date?
  /// When it was cancelled.
  public var cancelledAt: Date?
  /// How often it was changed since it was booked (RFC 5545, section 3.8.7.4).
  public var sequence = 0

  /// A time is held for 15 minutes, in seconds.
  public static let holdLasts: TimeInterval = 15 * 60
  /// And kept for as long as an email and its reader may take, in seconds.
  public static let confirmationLasts: TimeInterval = 30 * 60
  /// The link that confirms works for a day, while the time is free.
  public static let linkLasts: TimeInterval = 86_400

  /// A time that a browser holds.
  public init(
    id: ID, practitioner: Practitioner.ID, slot: Slot, state: State = .held, browser: SecretDigest,
    keptUntil: Date
  ) {
    self.id = id
    self.practitioner = practitioner
    self.slot = slot
    self.state = state
    self.browser = browser
    self.keptUntil = keptUntil
  }

  /// Whether it keeps its time from others at `now`.
  public func claims(now: Date) -> Bool {
    switch state {
    case .held, .awaiting: now < keptUntil
    case .booked: true
    case .lapsed, .cancelled: false
    }
  }

  /// Whether the appointment has begun at `now`: nothing about it can be changed any more.
  public func isPast(now: Date) -> Bool { state == .booked && slot.start <= now }
}

/// Who booked.
public struct Seeker: Hashable, Sendable {
  /// Who fills in the form.
  public enum Standing: String, Sendable, Codable, CaseIterable {
    /// Of 18 years or more, for themselves or together with others.
    case adult
    /// Of 16 or 17, for themselves.
    case youngPerson = "young-person"
    /// The parent or guardian of somebody younger.
    case guardian

    /// As the form and the practitioner's page say it.
    public var words: String {
      switch self {
      case .adult: "I am 18 or older, and it is for me or another adult"
      case .youngPerson: "I am 16 or 17, and it is for me"
      case .guardian: "I am the parent or guardian of whom it is for"
      }
    }
  }

  /// As they write it.
  public var name: String
  /// Where their emails go.
  public var email: EmailAddress
  /// As they write it.
  public var phone: String
  /// Who fills in the form.
  public var standing: Standing
  /// What they answered before, a line for each question, for the practitioner alone.
  public var answers: [String]

  /// Somebody who books.
  public init(
    name: String, email: EmailAddress, phone: String, standing: Standing, answers: [String] = []
  ) {
    self.answers = answers
    self.name = name
    self.email = email
    self.phone = phone
    self.standing = standing
  }
}
