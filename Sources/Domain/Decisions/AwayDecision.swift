import Foundation

/// "I am away until …": closed until then, and asked nothing meanwhile.
public enum AwayDecision {
  /// At most a year ahead: who is gone for longer closes their listing.
  public static let mostDays = 366

  /// What the one who said it is told.
  public enum Outcome: Sendable, Hashable {
    /// Away until the first moment of a day.
    case away(until: Date)
    case back
    /// Not a day that lies ahead, or one more than a year ahead.
    case dayRefused
    /// The practitioner takes no part at present.
    case notTakingPart
  }

  /// Decides on the first day back, or nil for "I am back".
  public static func decide(
    until day: LocalDay?, practitioner: Practitioner?, event: Identifier<AwayEvent>, means: ConfirmationMeans,
    siteZone: TimeZone, now: Date
  ) -> Decision<Outcome> {
    guard let practitioner, practitioner.takesPart else { return Decision(.notTakingPart) }
    let zone = practitioner.zone(orSite: siteZone)
    let line = AwayEvent(id: event, at: now.inMilliseconds, means: means)
    guard let day else {
      let isNews = practitioner.awayUntil != nil
      return Decision(.back, changes: isNews ? [.awaySaid(practitioner.id, until: nil, line)] : [])
    }
    let ahead = day.number - LocalDay(now, in: zone).number
    guard (1...mostDays).contains(ahead) else { return Decision(.dayRefused) }
    let until = day.start(in: zone)
    let isNews = practitioner.awayUntil != until
    return Decision(
      .away(until: until), changes: isNews ? [.awaySaid(practitioner.id, until: until, line)] : [])
  }
}

/// A line of the append-only history of being away.
public struct AwayEvent: Hashable, Sendable {
  /// Its identifier.
  public var id: Identifier<AwayEvent>
  /// When it was said.
  public var at: Date
  /// By which means.
  public var means: ConfirmationMeans

  /// A line of the history.
  public init(id: Identifier<AwayEvent>, at: Date, means: ConfirmationMeans) {
    self.id = id
    self.at = at
    self.means = means
  }
}
