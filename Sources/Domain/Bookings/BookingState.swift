extension Booking {
  /// `held → awaiting → booked → cancelled`; one that was not confirmed in time is `lapsed`, and may still be booked while the
  /// time is free. That a booked one is past, the clock says.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// By a browser, for some minutes.
    case held
    /// An email asks whether it was meant.
    case awaiting
    /// Not confirmed in time: somebody else may have it.
    case lapsed
    case booked
    case cancelled
  }

  /// What may happen to one.
  public enum Event: Hashable, Sendable, CaseIterable {
    /// Somebody says who they are.
    case ask
    /// They confirm it by email.
    case confirm
    /// The time goes to somebody else.
    case lapse
    /// Either side takes another time.
    case move
    case cancel
  }
}

extension Booking.State {
  /// What comes of an event, or nil when that cannot happen. What is cancelled stays so.
  public func after(_ event: Booking.Event) -> Booking.State? {
    switch (self, event) {
    case (.held, .ask): .awaiting
    case (.awaiting, .confirm), (.lapsed, .confirm): .booked
    case (.awaiting, .lapse): .lapsed
    case (.booked, .move): .booked
    case (.booked, .cancel), (.awaiting, .cancel), (.lapsed, .cancel): .cancelled
    case (.held, _), (.awaiting, _), (.lapsed, _), (.booked, _), (.cancelled, _): nil
    }
  }
}
