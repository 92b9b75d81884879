import Foundation

/// Who may be shown at all: whoever fails one of these is not.
struct MatchMusts {
  private let index: SearchIndex
  private let needs: SeekerNeeds
  private let now: Date
  /// Squares of chords from where the seeker is, by slot; nil where nobody said.
  private let squares: [Double]?
  /// Those near enough to be met.
  private let reachable: SlotSet

  init(_ index: SearchIndex, _ needs: SeekerNeeds, now: Date) {
    self.index = index
    self.needs = needs
    self.now = now
    squares = needs.origin.map { index.points.nearest(to: $0, slots: index.directory.slotCount) }
    reachable = Self.slots(squares ?? [], within: needs.within)
  }

  private static func slots(_ squares: [Double], within kilometres: Double) -> SlotSet {
    let limit = Chord.squared(kilometres: kilometres)
    return SlotSet(squares.indices.lazy.filter { squares[$0] <= limit }.map(Int32.init))
  }

  /// Slots of those who pass, each with its listing.
  func forEach(_ work: (Int, Listing) -> Void) {
    for slot in bySlugs {
      if let listing = index.directory[slot: slot], isConfirmed(listing) { work(slot, listing) }
    }
  }

  /// How far a slot is, in kilometres; nil for one that cannot be met in person.
  func kilometres(_ slot: Int) -> Double? {
    guard let squares, reachable.contains(slot) else { return nil }
    return Chord.kilometres(squared: squares[slot])
  }

  /// Verified, opted in, open to new clients, and what is said in slugs.
  private var bySlugs: SlotSet {
    var slots = index.seekers
    slots.formIntersection(index.slots(waitingAtMost: .overSixMonths))
    slots.formIntersection(index.terms.slots(needs.ages, in: .age))
    slots.formIntersection(index.terms.slots(needs.clients, in: .client))
    if !needs.funding.isEmpty { slots.formIntersection(index.terms.slots(needs.funding, in: .funding)) }
    slots.formIntersection(met)
    return slots
  }

  /// In person where that is near enough, or from afar.
  private var met: SlotSet {
    let withPlace = needs.modes.intersection(ListingProgress.modesWithPlace)
    var met = index.terms.slots(withPlace, in: .mode)
    met.formIntersection(reachable)
    met.formUnion(index.terms.slots(needs.modes.subtracting(withPlace), in: .mode))
    return met
  }

  /// What is known of the listing alone.
  private func isConfirmed(_ listing: Listing) -> Bool {
    guard listing.freshness(now: now) != .stale, !listing.isAway(at: now) else { return false }
    return needs.state.map { state in listing.profile.locations.contains { $0.state == state } } ?? true
  }
}
