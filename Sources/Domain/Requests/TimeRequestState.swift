extension TimeRequest {
  /// `unconfirmed → asked → accepted`, and back to `asked` when the time does not suit. What is over or withdrawn stays so.
  public enum State: String, Sendable, Codable, CaseIterable {
    /// An email asks its seeker whether it was meant.
    case unconfirmed
    /// A practitioner's answer is waited for.
    case asked
    /// A time was booked on it.
    case accepted
    /// None of those who were asked could.
    case over
    /// Its seeker took it back.
    case withdrawn
  }

  /// What may happen to one.
  public enum Event: Hashable, Sendable, CaseIterable {
    /// Its seeker says by email that it was meant, and somebody is asked.
    case confirm
    /// A practitioner offers a time.
    case accept
    /// The next practitioner is asked.
    case pass
    /// There is nobody left to ask.
    case end
    /// The time that was booked does not suit.
    case askAgain
    case withdraw
  }
}

extension TimeRequest.State {
  /// What comes of an event, or nil when that cannot happen.
  public func after(_ event: TimeRequest.Event) -> TimeRequest.State? {
    switch (self, event) {
    case (.unconfirmed, .confirm), (.asked, .pass), (.accepted, .askAgain): .asked
    case (.asked, .accept): .accepted
    case (.unconfirmed, .end), (.asked, .end): .over
    case (.asked, .withdraw): .withdrawn
    case (.unconfirmed, _), (.asked, _), (.accepted, _), (.over, _), (.withdrawn, _): nil
    }
  }
}
