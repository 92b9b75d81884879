import Foundation

/// Taking a time, step by step: it is held for a browser, asked for by somebody, and booked once they confirm it by email.
public enum BookingDecision {
  /// What came of choosing a time.
  public enum Held: Hashable, Sendable {
    case held(Booking)
    /// Somebody else was first, or it is not offered.
    case taken
  }

  /// Decides the choice of a time in a browser, which lets go of the one that it held before.
  public static func hold(
    _ start: Date, in browser: SecretDigest, before: Booking?, id: Booking.ID, facts: BookingFacts, now: Date
  ) -> Decision<Held> {
    guard facts.isOpen, let slot = facts.free(at: start, for: .browser(browser), now: now) else {
      return Decision(.taken)
    }
    let booking = Booking(
      id: id, practitioner: facts.practitioner.id, slot: slot, browser: browser,
      keptUntil: (now + Booking.holdLasts).inMilliseconds)
    let letGo = before.flatMap { $0.state == .held && $0.browser == browser ? $0.id : nil }
    return Decision(
      .held(booking),
      changes: [letGo.map(Change.bookingForgotten)].compactMap(\.self)
        + facts.lapsing(for: slot, taken: id) + [.bookingSaved(booking)])
  }

  /// One address is sent so many questions within a day, whoever asks.
  public static let mostQuestions = 3

  /// What came of saying who one is.
  public enum Asked: Hashable, Sendable {
    /// An email goes to the address, unless it had enough of them: that is told alike.
    case sent
    /// The browser holds no time any more.
    case holdIsOver
  }

  /// Decides a request for the time that a browser holds. Nobody but its address is written to.
  ///
  /// - Parameter questions: how many the address was sent within a day.
  public static func ask(
    _ seeker: Seeker, for held: Booking?, questions: Int, practitioner: Practitioner?,
    email: OutboxEntry.ID, now: Date
  ) -> Decision<Asked> {
    guard var booking = held, booking.claims(now: now), let state = booking.state.after(.ask),
      let practitioner
    else { return Decision(.holdIsOver) }
    guard questions < mostQuestions else { return Decision(.sent) }
    booking.state = state
    booking.seeker = seeker
    booking.askedAt = now
    booking.keptUntil = (now + Booking.confirmationLasts).inMilliseconds
    let facts = BookingConfirmEmail(
      appointment: Appointment(booking, with: practitioner.name), keptUntil: booking.keptUntil)
    return Decision(
      .sent, changes: [.bookingSaved(booking)],
      emails: [
        NewEmail(
          id: email, email: .bookingConfirm(facts), recipient: .address(seeker.email),
          about: practitioner.id, period: booking.id.text, notBefore: now, useBy: now + Booking.linkLasts)
      ])
  }

  /// What came of a press on the page of a booking.
  public enum Outcome: Hashable, Sendable {
    case done(Booking)
    /// The time, or the one that was chosen in its place, is somebody else's.
    case taken
    /// It is less than the stated time before the appointment.
    case tooLate
    /// It was so before, was never so, or is over.
    case over
  }

  /// What a booking is changed with: the emails that may go out, named before the transaction.
  public struct Means: Sendable {
    /// Tells the seeker.
    public var toSeeker: OutboxEntry.ID
    /// Tells the practitioner.
    public var toPractitioner: OutboxEntry.ID
    /// Reminds the seeker.
    public var reminder: OutboxEntry.ID
    /// What the operator says about bookings.
    public var terms: BookingTerms
    /// The time.
    public var now: Date

    /// The means of one change.
    public init(
      toSeeker: OutboxEntry.ID, toPractitioner: OutboxEntry.ID, reminder: OutboxEntry.ID,
      terms: BookingTerms, now: Date
    ) {
      self.toSeeker = toSeeker
      self.toPractitioner = toPractitioner
      self.reminder = reminder
      self.terms = terms
      self.now = now
    }

    /// The same with identifiers from a source of chance.
    public init(_ terms: BookingTerms, now: Date, using chance: inout some RandomNumberGenerator) {
      self.init(
        toSeeker: OutboxEntry.ID(using: &chance), toPractitioner: OutboxEntry.ID(using: &chance),
        reminder: OutboxEntry.ID(using: &chance), terms: terms, now: now.inMilliseconds)
    }
  }

  /// Decides that whoever was asked says yes. After the time they were given it is booked if it is still free.
  public static func confirm(_ booking: Booking?, facts: BookingFacts?, means: Means) -> Decision<Outcome> {
    guard var booking, let facts, let askedAt = booking.askedAt, let state = booking.state.after(.confirm),
      facts.practitioner.takesPart, means.now < askedAt + Booking.linkLasts,
      means.now < booking.slot.start
    else { return Decision(.over) }
    let isFree = facts.free(at: booking.slot.start, for: .booking(booking.id), now: means.now) != nil
    guard booking.claims(now: means.now) || (facts.isOpen && isFree) else { return Decision(.taken) }
    let lapsing = facts.lapsing(for: booking.slot, taken: booking.id)
    booking.state = state
    booking.bookedAt = means.now
    return booked(booking, .booked, by: .seeker, facts.practitioner, means, before: lapsing)
  }
}
