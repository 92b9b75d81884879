import Foundation

/// Erasing a member: what is theirs goes, what others rely on stays under a pseudonym.
public enum ErasureDecision {
  /// Why somebody is erased.
  public enum Occasion: Hashable, Sendable, CaseIterable {
    /// They left, and their grace is over.
    case graceIsOver
    /// They left, and do not want to wait.
    case ownWish
    /// The operator was asked to, whatever their standing.
    case byOperator
  }

  /// What it rests on.
  public struct Facts: Sendable {
    /// Who may be erased.
    public var practitioner: Practitioner?
    /// What they say of colleagues, and what colleagues say of them.
    public var recommendations: [Recommendation]
    /// What is booked with them.
    public var bookings: [Booking]

    /// What is on record.
    public init(
      practitioner: Practitioner?, recommendations: [Recommendation], bookings: [Booking] = []
    ) {
      self.bookings = bookings
      self.practitioner = practitioner
      self.recommendations = recommendations
    }
  }

  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    /// They are; the file of their photo is to go as well.
    case erased(photo: String?)
    /// They were before.
    case alreadySo
    /// They came back, or never left, or their grace is not over.
    case stays
    /// Nobody has that name.
    case unknown
  }

  /// Decides by how they stand now: who came back a moment ago stays.
  public static func decide(_ occasion: Occasion, facts: Facts, event: SecurityEvent.ID, now: Date)
    -> Decision<Outcome>
  {
    guard let practitioner = facts.practitioner else { return Decision(.unknown) }
    guard practitioner.standing != .erased else { return Decision(.alreadySo) }
    guard isDue(practitioner, occasion, now: now) else { return Decision(.stays) }
    let line = SecurityEvent(
      id: event, practitioner: practitioner.id, kind: .erased, at: now, detail: occasion.words)
    return Decision(
      .erased(photo: practitioner.photo),
      changes: facts.recommendations.map {
        .recommendationWithdrawn(by: $0.recommender, of: $0.recommended)
      } + [.erased(practitioner.id, at: now), .securityEvent(line)],
      emails: facts.bookings.compactMap { $0.farewell(now: now) })
  }

  private static func isDue(_ practitioner: Practitioner, _ occasion: Occasion, now: Date) -> Bool {
    let hasLeft = practitioner.standing == .leaving
    return switch occasion {
    case .graceIsOver: hasLeft && practitioner.erasedFrom.map { now >= $0 } ?? false
    case .ownWish: hasLeft
    case .byOperator: true
    }
  }
}

extension ErasureDecision.Occasion {
  /// As the trail says it.
  fileprivate var words: String {
    switch self {
    case .graceIsOver: "\(LeavingDecision.graceDays) days after leaving"
    case .ownWish: "at their own wish"
    case .byOperator: "by the operator"
    }
  }
}
