import Foundation

/// All listings that colleagues may see, in memory, as of one version of the record.
///
/// Each stands in a slot that stays its own while it is seen. Slots are kept in shelves of 256: after a commit that touches one
/// listing, a copy that a request still reads costs one shelf, not all of them.
public struct Directory: Sendable {
  private struct Shelf: Sendable {
    var listings: [Listing?] = []
    /// The version that last changed each.
    var versions: [Int] = []
    var newest = 0
  }

  private var shelves: [Shelf] = []
  private var slots: [Practitioner.ID: Int32] = [:]
  /// Slots that stand empty.
  private var free: [Int32] = []
  private var shared = SharedValues()
  /// Grows with every change.
  public private(set) var version: Int

  private static let shelfSize = 256

  /// A directory of these listings; those that are not published, or whose member takes no part, are left out.
  public init(_ listings: some Sequence<Listing>) {
    version = 0
    for listing in listings where listing.isPublished {
      put(shared.sharing(listing), in: slot(for: listing.practitioner))
    }
  }

  /// Puts a listing in the place of the one before it, or takes it out when it is nil or not to be seen.
  public mutating func set(_ listing: Listing?, of practitioner: Practitioner.ID) {
    version += 1
    if var listing, listing.isPublished {
      let slot = slot(for: practitioner)
      if let before = self[slot: slot], before.profile == listing.profile {
        listing.profile = before.profile
      } else {
        listing = shared.sharing(listing)
      }
      put(listing, in: slot)
    } else if let slot = slots.removeValue(forKey: practitioner) {
      put(nil, in: Int(slot))
      free.append(slot)
    }
  }

  /// Takes in the listings of another directory, of members who have none in this one.
  public mutating func append(_ others: Directory) {
    version += 1
    // Theirs stand in shelves of their own, so that each keeps its place there.
    while !slotCount.isMultiple(of: Self.shelfSize) {
      free.append(Int32(slotCount))
      appendSlot()
    }
    let start = Int32(slotCount)
    for shelf in others.shelves {
      shelves.append(
        Shelf(listings: shelf.listings, versions: shelf.versions.map { _ in version }, newest: version))
    }
    slots.merge(others.slots.mapValues { start + $0 }) { $1 }
    free += others.free.map { start + $0 }
  }

  /// How many there are.
  public var count: Int { slots.count }

  /// One listing.
  public subscript(practitioner: Practitioner.ID) -> Listing? {
    slots[practitioner].flatMap { self[slot: Int($0)] }
  }

  /// All of them in the default order.
  public func byAvailability(now: Date) -> [Listing] {
    var listings: [Listing] = []
    forEachSlot { listings.append($1) }
    return listings.map { (Availability(of: $0, now: now), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private mutating func slot(for practitioner: Practitioner.ID) -> Int {
    if let slot = slots[practitioner] { return Int(slot) }
    let slot = free.popLast() ?? Int32(slotCount)
    slots[practitioner] = slot
    if Int(slot) == slotCount { appendSlot() }
    return Int(slot)
  }

  private mutating func appendSlot() {
    if shelves.last.map({ $0.listings.count == Self.shelfSize }) ?? true { shelves.append(Shelf()) }
    shelves[shelves.count - 1].listings.append(nil)
    shelves[shelves.count - 1].versions.append(version)
  }

  private mutating func put(_ listing: Listing?, in slot: Int) {
    let (shelf, place) = slot.quotientAndRemainder(dividingBy: Self.shelfSize)
    shelves[shelf].listings[place] = listing
    shelves[shelf].versions[place] = version
    shelves[shelf].newest = version
  }
}

/// What an index over the directory needs to know of it.
extension Directory {
  /// All slots are smaller.
  var slotCount: Int {
    shelves.last.map { (shelves.count - 1) * Self.shelfSize + $0.listings.count } ?? 0
  }

  /// What stands in a slot; nil when it is empty, or there is no such slot.
  subscript(slot slot: Int) -> Listing? {
    guard slot < slotCount else { return nil }
    let (shelf, place) = slot.quotientAndRemainder(dividingBy: Self.shelfSize)
    return shelves[shelf].listings[place]
  }

  /// The slot of a practitioner whose listing is seen.
  func slot(of practitioner: Practitioner.ID) -> Int? { slots[practitioner].map(Int.init) }

  /// All slots in which something stands.
  func forEachSlot(_ work: (Int, Listing) -> Void) {
    for (number, shelf) in shelves.enumerated() {
      for (place, listing) in shelf.listings.enumerated() {
        if let listing { work(number * Self.shelfSize + place, listing) }
      }
    }
  }

  /// The slots that were changed after a version.
  func slots(changedSince version: Int) -> [Int] {
    shelves.enumerated().filter { $0.element.newest > version }.flatMap { number, shelf in
      shelf.versions.enumerated().filter { $0.element > version }.map { number * Self.shelfSize + $0.offset }
    }
  }
}
