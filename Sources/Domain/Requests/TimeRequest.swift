import Foundation

/// Somebody asks for a time with a practitioner who publishes none; and, if that one cannot, with the next who fits.
public struct TimeRequest: Hashable, Sendable {
  /// The identifier of one.
  public typealias ID = Identifier<TimeRequest>

  /// Its identifier.
  public var id: ID
  /// How far it has come.
  public var state = State.unconfirmed
  /// Who asks.
  public var seeker: Seeker
  /// Which times suit them, in their words, for the practitioner alone; may be empty.
  public var wishes: String
  /// Whom it asks, one after another: the first is the one they chose. Who is erased is not among them any more.
  public var parts: [Part]
  /// When it was made.
  public var madeAt: Date
  /// When it ended without an appointment.
  public var endedAt: Date?
  /// What was booked on it.
  public var booking: Booking.ID?

  /// So many are asked at the most.
  public static let mostAsked = 3
  /// A practitioner answers within so many seconds: 48 hours.
  public static let answerLasts: TimeInterval = 48 * 3_600

  /// A request that its seeker has yet to confirm.
  public init(id: ID, seeker: Seeker, wishes: String, asking practitioners: [Practitioner.ID], madeAt: Date) {
    self.id = id
    self.seeker = seeker
    self.wishes = wishes
    self.madeAt = madeAt
    parts = practitioners.prefix(Self.mostAsked).enumerated().map {
      Part(number: $0.offset + 1, practitioner: $0.element)
    }
  }

  /// Whose answer is waited for, or who said yes.
  public var current: Part? {
    parts.first { $0.askedAt != nil && $0.answer == nil } ?? parts.first { $0.answer == .accepted }
  }

  /// The part of a number; links name it so.
  public func part(_ number: Int) -> Part? { parts.first { $0.number == number } }

  /// The part of a practitioner, once it was their turn.
  public func part(asking practitioner: Practitioner.ID) -> Part? {
    parts.first { $0.practitioner == practitioner && $0.askedAt != nil }
  }

  /// Whether the practitioner of a number may answer at `now`.
  public func isOpen(to number: Int, now: Date) -> Bool {
    guard state == .asked, let part = part(number), part.answer == nil, let until = part.answerBy else {
      return false
    }
    return now < until
  }

  /// Whether nobody's answer is waited for at `now`, though one should be.
  public func isDue(now: Date) -> Bool {
    state == .asked && !parts.contains { isOpen(to: $0.number, now: now) }
  }

  /// What one practitioner is asked, and what they said.
  public struct Part: Hashable, Sendable {
    /// 1 for whom the seeker chose, up to `mostAsked`.
    public var number: Int
    /// Who is asked.
    public var practitioner: Practitioner.ID
    /// When it was their turn; nil before.
    public var askedAt: Date?
    /// What came of it; nil before.
    public var answer: Answer?
    /// When that was.
    public var answeredAt: Date?

    /// A part whose turn has not come.
    public init(number: Int, practitioner: Practitioner.ID) {
      self.number = number
      self.practitioner = practitioner
    }

    /// Until when they may answer.
    public var answerBy: Date? { askedAt.map { $0 + TimeRequest.answerLasts } }
  }

  /// What came of asking one.
  public enum Answer: String, Sendable, Codable, CaseIterable {
    /// With a time, which is booked.
    case accepted
    case no
    /// No, and nobody else either: their listing says so from then on.
    case full
    /// They said nothing in time.
    case late
    /// They took no new clients when their turn came.
    case closed
  }
}

/// Whose link to a request it is.
public enum RequestReader: Hashable, Sendable {
  case seeker
  /// Of whom it asks, by the number of their part.
  case practitioner(Int)

  /// The octet that a link token carries.
  public var code: UInt8 {
    switch self {
    case .seeker: 0
    case .practitioner(let number): UInt8(clamping: number)
    }
  }

  /// The reader of an octet.
  public init?(code: UInt8) {
    guard code <= TimeRequest.mostAsked else { return nil }
    self = code == 0 ? .seeker : .practitioner(Int(code))
  }
}
