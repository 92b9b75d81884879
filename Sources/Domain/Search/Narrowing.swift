/// The parts of one search as sets: each name's set narrows, and each can be left out.
struct Narrowing {
  private let index: SearchIndex
  private let search: ListingSearch
  private let parts: [(filter: SearchFilter, slots: SlotSet)]
  private let peers: SlotSet
  /// What all parts leave.
  let found: SlotSet

  init(_ index: SearchIndex, _ search: ListingSearch, distances: [Double]?, peers: SlotSet) {
    self.index = index
    self.search = search
    self.peers = peers
    parts = search.filters.compactMap { filter in
      Self.slots(of: filter, index, search, distances, peers).map { (filter, $0) }
    }
    found = parts.reduce(into: index.published) { $0.formIntersection($1.slots) }
  }

  /// Nil for a part that does not count: a distance without a place.
  private static func slots(
    of filter: SearchFilter, _ index: SearchIndex, _ search: ListingSearch, _ distances: [Double]?,
    _ peers: SlotSet
  ) -> SlotSet? {
    switch filter {
    case .text: index.slots(holding: search.text)
    case .facet(let facet): index.terms.slots(search.chosen[facet] ?? [], in: facet)
    case .wait: search.longestWait.map(index.slots(waitingAtMost:))
    case .within: distances.flatMap { squares in search.within.map { Self.slots(squares, within: $0) } }
    case .peers: peers
    }
  }

  private static func slots(_ squares: [Double], within kilometres: Int) -> SlotSet {
    let limit = Chord.squared(kilometres: Double(kilometres))
    return SlotSet(squares.indices.lazy.filter { squares[$0] <= limit }.map(Int32.init))
  }

  /// What the others leave without one part.
  private func found(without filter: SearchFilter) -> SlotSet {
    guard parts.contains(where: { $0.filter == filter }) else { return found }
    return parts.reduce(into: index.published) { if $1.filter != filter { $0.formIntersection($1.slots) } }
  }

  /// How many each choice would leave, were it the only one of its name.
  var counts: SearchResults.Counts {
    var facets: [Facet: [String: Int]] = [:]
    for facet in Facet.allCases {
      facets[facet] = index.terms.counts(of: facet, among: found(without: .facet(facet)))
    }
    let others = found(without: .wait)
    var (waits, sum) = ([WaitingPeriod: Int](), 0)
    for period in WaitingPeriod.allCases {
      sum += index.day.byWait[period.rank].countOfIntersection(others)
      waits[period] = sum
    }
    return SearchResults.Counts(
      facets: facets, waits: waits, peers: found(without: .peers).countOfIntersection(peers))
  }

  /// The parts without which there would be something, the most helpful first.
  var relaxations: [SearchResults.Relaxation] {
    parts.map { SearchResults.Relaxation(filter: $0.filter, total: found(without: $0.filter).count) }
      .filter { $0.total > 0 }
      .enumerated().sorted { ($1.element.total, $0.offset) < ($0.element.total, $1.offset) }
      .map(\.element)
  }
}

extension SearchIndex {
  /// Slots that hold every word of a text, or a word that begins so.
  func slots(holding text: String) -> SlotSet {
    let sought = Set(FoldedWords.sought(text))
    // Signs alone are no word, and found nowhere.
    guard !sought.isEmpty else { return SlotSet() }
    return sought.reduce(into: published) { found, word in
      var some = SlotSet()
      words.add(to: &some, beginning: word)
      terms.add(to: &some, beginning: word)
      found.formIntersection(some)
    }
  }

  /// Slots whose wait is this long at the most. *Closed* is any that was said.
  func slots(waitingAtMost period: WaitingPeriod) -> SlotSet {
    day.byWait[...period.rank].reduce(into: SlotSet()) { $0.formUnion($1) }
  }
}
