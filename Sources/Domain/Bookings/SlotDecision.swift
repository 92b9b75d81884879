import Foundation

/// What a practitioner changes of the times they offer. What is booked stays booked.
public enum SlotDecision {
  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    case saved
    /// There are as many as there may be.
    case tooMany
    /// They offer one that begins then already.
    case offeredAlready
  }

  /// Decides one more offer.
  public static func add(_ offer: SlotOffer, to book: SlotBook) -> Decision<Outcome> {
    guard book.offers.count < SlotOffer.most else { return Decision(.tooMany) }
    guard !book.offers.contains(where: { $0.beginsWith(offer) }) else { return Decision(.offeredAlready) }
    return Decision(.saved, changes: [.slotOffered(offer)])
  }

  /// Decides that a time is offered no more.
  public static func withdraw(_ offer: SlotOffer.ID, of practitioner: Practitioner.ID) -> Decision<Void> {
    Decision((), changes: [.slotWithdrawn(offer, of: practitioner)])
  }

  /// Decides days off: without them, or one more stretch.
  public static func add(_ days: DaysOff, of practitioner: Practitioner.ID, to book: SlotBook) -> Decision<
    Outcome
  > {
    guard book.daysOff.count < DaysOff.most else { return Decision(.tooMany) }
    return Decision(.saved, changes: [.daysOffSaved(practitioner, days)])
  }
}

extension SlotOffer {
  /// Whether both begin at the same time, the one that is not weekly on its day.
  fileprivate func beginsWith(_ other: SlotOffer) -> Bool {
    guard minute == other.minute, firstDay.weekday == other.firstDay.weekday else { return false }
    return (isWeekly && other.isWeekly) || firstDay == other.firstDay
  }
}
