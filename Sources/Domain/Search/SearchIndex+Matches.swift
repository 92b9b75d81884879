/// What a search finds as a set, for those who ask for many at a time: nothing is counted, nothing put in order.
extension SearchIndex {
  /// Slots that a search finds. `within` are those near enough, where it names a distance from a place.
  func matches(_ search: ListingSearch, within: SlotSet?, peers: Set<Practitioner.ID>) -> SlotSet {
    var search = search
    // The distance is worked out already: left in the search, it would be anew for each.
    search.within = nil
    let peers = SlotSet(peers.compactMap { directory.slot(of: $0).map(Int32.init) })
    let found = Narrowing(self, search, distances: nil, peers: peers).found
    return within.map(found.intersection) ?? found
  }

  /// Slots with a place so near to a point.
  func slots(within kilometres: Int, of point: Coordinates) -> SlotSet {
    let limit = Chord.squared(kilometres: Double(kilometres))
    let squares = points.nearest(to: point, slots: directory.slotCount)
    return SlotSet(squares.indices.lazy.filter { squares[$0] <= limit }.map(Int32.init))
  }

  /// Slots that practise one of some areas.
  func slots(with areas: [String]) -> SlotSet { terms.slots(Set(areas), in: .area) }

  /// The most available of a set, so many at the most.
  func first(_ count: Int, of found: SlotSet) -> [Listing] {
    var left = min(count, found.count)
    var listings: [Listing] = []
    for slot in day.slots {
      guard left > 0 else { break }
      guard found.contains(Int(slot)), let listing = directory[slot: Int(slot)] else { continue }
      listings.append(listing)
      left -= 1
    }
    return listings
  }
}

extension SlotSet {
  /// What is in both.
  func intersection(_ other: SlotSet) -> SlotSet {
    var both = self
    both.formIntersection(other)
    return both
  }
}
