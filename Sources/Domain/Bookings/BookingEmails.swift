import Foundation

/// What every email about a booking is about. It does not say who booked.
public struct Appointment: Hashable, Sendable, Codable {
  /// Calendars know it by this.
  public var booking: Booking.ID
  /// How often it was changed when this was said.
  public var sequence: Int
  /// Which time.
  public var slot: Slot
  /// Whose time it is, by name; empty once they are no member any more.
  public var practitioner: String

  /// An appointment.
  public init(booking: Booking.ID, sequence: Int, slot: Slot, practitioner: String) {
    self.booking = booking
    self.sequence = sequence
    self.slot = slot
    self.practitioner = practitioner
  }

  /// What a booking comes to now.
  public init(_ booking: Booking, with practitioner: String) {
    self.init(
      booking: booking.id, sequence: booking.sequence, slot: booking.slot, practitioner: practitioner)
  }
}

/// Asks whoever typed an address whether they meant it.
public struct BookingConfirmEmail: Hashable, Sendable, Codable {
  /// What was asked for.
  public var appointment: Appointment
  /// Until then nobody else may have the time.
  public var keptUntil: Date

  /// The question about one appointment.
  public init(appointment: Appointment, keptUntil: Date) {
    self.appointment = appointment
    self.keptUntil = keptUntil
  }
}

/// Tells either side what became of an appointment, with an entry for their calendar.
public struct BookingNewsEmail: Hashable, Sendable, Codable {
  /// What happened.
  public enum News: String, Sendable, Codable, CaseIterable { case booked, moved, cancelled }

  /// As it stands now.
  public var appointment: Appointment
  /// What happened.
  public var news: News
  /// Who is told.
  public var reader: BookingSide
  /// Who did it.
  public var by: BookingSide
  /// A seeker changes it by themselves until then.
  public var changesUntil: Date

  /// The news for one side.
  public init(
    appointment: Appointment, news: News, reader: BookingSide, by: BookingSide, changesUntil: Date
  ) {
    self.appointment = appointment
    self.news = news
    self.reader = reader
    self.by = by
    self.changesUntil = changesUntil
  }
}

/// Reminds a seeker of what they booked.
public struct BookingReminderEmail: Hashable, Sendable, Codable {
  /// As it stands.
  public var appointment: Appointment
  /// They change it by themselves until then.
  public var changesUntil: Date

  /// The reminder of one appointment.
  public init(appointment: Appointment, changesUntil: Date) {
    self.appointment = appointment
    self.changesUntil = changesUntil
  }
}

/// The two whom an appointment concerns.
public enum BookingSide: String, Sendable, Codable, CaseIterable {
  case seeker, practitioner

  /// The octet that a link token carries.
  public var code: UInt8 { self == .seeker ? 1 : 2 }

  /// The side of an octet.
  public init?(code: UInt8) {
    guard let side = Self.allCases.first(where: { $0.code == code }) else { return nil }
    self = side
  }
}

extension Email {
  /// The appointment that it is about, if it is about one.
  public var appointment: Appointment? {
    switch self {
    case .bookingConfirm(let facts): facts.appointment
    case .bookingNews(let facts): facts.appointment
    case .bookingReminder(let facts): facts.appointment
    default: nil
    }
  }
}
