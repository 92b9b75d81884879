import Foundation

/// The default order as of one moment, and who is open how soon. It holds until the local day ends or somebody who is away
/// comes back: until then nothing but a commit changes it.
struct DayOrder: Sendable {
  /// What ages and absences are counted at.
  let asOf: Date
  /// From when on it is another.
  let until: Date
  /// All slots, the best first.
  private(set) var slots: [Int32]
  /// Slots by the rank of their wait; who is away is closed, who said nothing is in none.
  private(set) var byWait: [SlotSet]

  /// The order of a directory.
  init(_ directory: Directory, asOf: Date, zone: TimeZone) {
    self.asOf = asOf
    var byWait = WaitingPeriod.allCases.map { _ in SlotSet() }
    var keys: [(key: Availability, slot: Int32)] = []
    keys.reserveCapacity(directory.count)
    var until = LocalDay(number: LocalDay(asOf, in: zone).number + 1).start(in: zone)
    directory.forEachSlot { slot, listing in
      keys.append((Availability(of: listing, now: asOf), Int32(slot)))
      if let rank = Self.rank(listing, asOf) { byWait[rank].insert(slot) }
      if let back = listing.awayUntil, back > asOf, back < until { until = back }
    }
    self.until = until
    self.byWait = byWait
    slots = keys.sorted { $0.key < $1.key }.map(\.slot)
  }

  /// Whether it is still the order at a moment. A clock that was set back makes another.
  func holds(at now: Date) -> Bool { asOf <= now && now < until }

  /// Takes out a slot and what stood in it.
  mutating func remove(_ slot: Int, _ listing: Listing, _ standing: (Int) -> Listing?) {
    let position = position(of: Availability(of: listing, now: asOf), standing)
    if position < slots.count, slots[position] == Int32(slot) { slots.remove(at: position) }
    if let rank = Self.rank(listing, asOf) { byWait[rank].remove(slot) }
  }

  /// Puts a listing where it belongs.
  mutating func insert(_ slot: Int, _ listing: Listing, _ standing: (Int) -> Listing?) {
    slots.insert(
      Int32(slot), at: position(of: Availability(of: listing, now: asOf), standing))
    if let rank = Self.rank(listing, asOf) { byWait[rank].insert(slot) }
  }

  /// Where a key stands or would stand among the listings of the slots in the order.
  private func position(of key: Availability, _ standing: (Int) -> Listing?) -> Int {
    slots.partitioningIndex { !(standing(Int($0)).map { Availability(of: $0, now: asOf) < key } ?? false) }
  }

  private static func rank(_ listing: Listing, _ moment: Date) -> Int? {
    listing.isAway(at: moment) ? WaitingPeriod.closed.rank : listing.wait?.period.rank
  }
}
