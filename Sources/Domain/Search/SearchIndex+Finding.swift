import Foundation

extension SearchIndex {
  /// What a search finds. `near` is where distances are counted from, `peers` those whom one's own recommended colleagues
  /// recommend; at most `pageSize` are shown.
  public func find(
    _ search: ListingSearch, near: Coordinates? = nil, peers: Set<Practitioner.ID> = [], pageSize: Int = 30
  ) -> SearchResults {
    let distances = near.map { points.nearest(to: $0, slots: directory.slotCount) }
    let narrowing = Narrowing(self, search, distances: distances, peers: slots(of: peers))
    let found = narrowing.found
    let total = found.count
    let start = (search.page - 1) * pageSize
    let page = ordered(found, by: search.sort, distances, start..<min(start + pageSize, max(start, total)))
    return SearchResults(
      total: total, pageCount: max(1, (total + pageSize - 1) / pageSize), firstNumber: start + 1,
      hits: page.compactMap { hit($0, distances) }, counts: narrowing.counts,
      relaxations: total == 0 ? narrowing.relaxations : [], matched: matched(search))
  }

  private func hit(_ slot: Int32, _ distances: [Double]?) -> SearchResults.Hit? {
    directory[slot: Int(slot)].map { listing in
      let square = distances?[Int(slot)] ?? .infinity
      return SearchResults.Hit(
        listing: listing, kilometres: square.isFinite ? Chord.kilometres(squared: square) : nil)
    }
  }

  private func slots(of members: Set<Practitioner.ID>) -> SlotSet {
    SlotSet(members.compactMap { directory.slot(of: $0).map(Int32.init) })
  }

  private func ordered(
    _ found: SlotSet, by sort: ListingSearch.Sort, _ distances: [Double]?, _ range: Range<Int>
  ) -> [Int32] {
    switch (sort, distances) {
    case (.name, _): Self.slice(names.slots, found, range)
    case (.distance, let distances?): DistanceOrder(day.slots, found, distances).slice(range)
    default: Self.slice(day.slots, found, range)
    }
  }

  /// Those of a range among the found ones of an order.
  private static func slice(_ order: [Int32], _ found: SlotSet, _ range: Range<Int>) -> [Int32] {
    guard !range.isEmpty else { return [] }
    var (number, slice) = (0, [Int32]())
    for slot in order where found.contains(Int(slot)) {
      if number >= range.lowerBound { slice.append(slot) }
      number += 1
      if number == range.upperBound { break }
    }
    return slice
  }

  /// What the chosen slugs and the words meant, for the rows to show first.
  private func matched(_ search: ListingSearch) -> [Facet: Set<String>] {
    var matched = search.chosen
    for word in FoldedWords.sought(search.text) where word.utf8.count > 1 {
      for (facet, slug) in terms.terms(beginning: word) { matched[facet, default: []].insert(slug) }
    }
    return matched
  }
}
