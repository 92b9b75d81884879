import Foundation

/// What a member wants of the emails that are subscribed to; what is nil stays as it is.
public struct EmailWish: Hashable, Sendable {
  /// What is wanted of one stream.
  public enum Stream<Frequency: Hashable & Sendable>: Hashable, Sendable {
    /// None of it.
    case none
    /// As often as before it was stopped.
    case asBefore
    case every(Frequency)
  }

  /// The question about the wait.
  public var rounds: Stream<RoundFrequency>?
  /// The digests.
  public var digests: Stream<DigestFrequency>?
  /// The day of the digests.
  public var digestDay: Weekday?
  /// Their hour; see `EmailPreferences.hours`.
  public var digestHour: Int?

  /// A wish.
  public init(
    rounds: Stream<RoundFrequency>? = nil, digests: Stream<DigestFrequency>? = nil,
    digestDay: Weekday? = nil, digestHour: Int? = nil
  ) {
    self.rounds = rounds
    self.digests = digests
    self.digestDay = digestDay
    self.digestHour = digestHour
  }

  /// That a stream stops, or (`isWanted`) goes on as before; nil for a stream that nobody can stop.
  public init?(_ stream: EmailStream, isWanted: Bool) {
    switch stream {
    case .rounds: self.init(rounds: isWanted ? .asBefore : Stream.none)
    case .digests: self.init(digests: isWanted ? .asBefore : Stream.none)
    case .transactional: return nil
    }
  }

  /// That a stream comes as often as a word says, such as `fortnightly`; nil for a word that is none of the stream's.
  public init?(_ stream: EmailStream, every word: String) {
    switch stream {
    case .rounds:
      guard let frequency = RoundFrequency(rawValue: word) else { return nil }
      self.init(rounds: .every(frequency))
    case .digests:
      guard let frequency = DigestFrequency(rawValue: word) else { return nil }
      self.init(digests: .every(frequency))
    case .transactional: return nil
    }
  }

  /// What it changes: nothing when all is so already, or when nobody is left to write to.
  public func decide(_ practitioner: Practitioner?, now: Date) -> Decision<Void> {
    guard let practitioner, practitioner.standing != .erased else { return Decision(()) }
    var wanted = practitioner.preferences
    if case .every(let frequency) = rounds { wanted.rounds = frequency }
    if case .every(let frequency) = digests { wanted.digests = frequency }
    if let digestDay { wanted.digestDay = digestDay }
    if let digestHour { wanted.digestHour = digestHour }
    var changes =
      change(of: .rounds, isWanted: rounds.map { $0 != .none }, practitioner, now)
      + change(of: .digests, isWanted: digests.map { $0 != .none }, practitioner, now)
    if wanted != practitioner.preferences { changes.append(.preferencesSaved(practitioner.id, wanted)) }
    return Decision((), changes: changes)
  }

  private func change(of stream: EmailStream, isWanted: Bool?, _ practitioner: Practitioner, _ now: Date)
    -> [Change]
  {
    switch (isWanted, practitioner.stoppedStreams.contains(stream)) {
    case (false, false): [.streamStopped(practitioner.id, stream, at: now)]
    case (true, true): [.streamResumed(practitioner.id, stream)]
    default: []
    }
  }
}
