import Foundation

/// What stands before a request goes on.
public struct RequestFacts: Sendable {
  /// The request; nil when nothing is kept of it.
  public var request: TimeRequest?
  /// Of those whom it asks, or may ask.
  public var practitioners: [Practitioner.ID: BookingFacts]

  /// What is on record.
  public init(request: TimeRequest?, practitioners: [Practitioner.ID: BookingFacts]) {
    self.request = request
    self.practitioners = practitioners
  }
}

extension BookingFacts {
  /// Whether they can be asked for a time at `now`: seekers may book with them, and they are not away.
  public func mayBeAsked(now: Date) -> Bool { isOpen && !practitioner.isAway(at: now) }
}

extension RequestDecision {
  /// What a request goes on with: the emails that may go out and what may be booked, named before the transaction.
  public struct Means: Sendable {
    /// For what is booked on it.
    public var booking: BookingDecision.Means
    /// The identifier of that.
    public var booked: Booking.ID
    /// Asks a practitioner.
    public var question: OutboxEntry.ID
    /// Tells the seeker.
    public var news: OutboxEntry.ID
    /// A line for the history of waits.
    public var event: Identifier<WaitEvent>
    /// The time.
    public var now: Date { booking.now }

    /// The means of one step.
    public init(
      booking: BookingDecision.Means, booked: Booking.ID, question: OutboxEntry.ID, news: OutboxEntry.ID,
      event: Identifier<WaitEvent>
    ) {
      self.booking = booking
      self.booked = booked
      self.question = question
      self.news = news
      self.event = event
    }

    /// The same with identifiers from a source of chance.
    public init(_ terms: BookingTerms, now: Date, using chance: inout some RandomNumberGenerator) {
      self.init(
        booking: BookingDecision.Means(terms, now: now, using: &chance), booked: Booking.ID(using: &chance),
        question: OutboxEntry.ID(using: &chance), news: OutboxEntry.ID(using: &chance),
        event: Identifier(using: &chance))
    }
  }
}
