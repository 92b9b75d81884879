import Domain

/// The form of a search, filled in, each choice with how many it would leave.
struct SearchFormView: Sendable {
  let found: FoundListings
  let terms: FacetTerms

  /// Kilometres that the form offers.
  private static let distances = [5, 10, 25, 50, 100, 250]

  private var search: ListingSearch { found.search }
  private var counts: SearchResults.Counts { found.results.counts }

  var form: SearchForm {
    SearchForm(
      text: search.text, near: search.near, distances: distances, waits: waits, orders: orders,
      peers: (
        label: "Recommended by colleagues you recommend (\(counts.peers))", isChosen: search.isOfPeers
      ),
      facets: Facet.allCases.map(facet), problems: found.problems)
  }

  /// One that the form does not offer is among them while it is chosen.
  private var distances: [Choices.Choice] {
    let all = Set(Self.distances + [search.within].compactMap(\.self)).sorted()
    return [.init(value: "", label: "Any distance", isChosen: search.within == nil)]
      + all.map { .init(value: "\($0)", label: SearchWords.within($0), isChosen: search.within == $0) }
  }

  private var waits: [Choices.Choice] {
    let offered = WaitingPeriod.allCases.filter { $0.isOpen || search.longestWait == $0 }
    return [.init(value: "", label: "Any wait", isChosen: search.longestWait == nil)]
      + offered.map {
        .init(
          value: $0.slug, label: "\(SearchWords.wait($0)) (\(counts.waits[$0] ?? 0))",
          isChosen: search.longestWait == $0)
      }
  }

  private var orders: [Choices.Choice] {
    ListingSearch.Sort.allCases.map {
      .init(value: $0.rawValue, label: SearchWords.order($0), isChosen: search.sort == $0)
    }
  }

  private func facet(_ facet: Facet) -> FacetChoices {
    let (chosen, counts) = (search.chosen[facet] ?? [], self.counts.facets[facet] ?? [:])
    return FacetChoices(
      name: facet.rawValue, heading: SearchWords.heading(facet),
      choices: terms[facet].compactMap { term in
        let (count, isChosen) = (counts[term.slug] ?? 0, chosen.contains(term.slug))
        guard count > 0 || isChosen else { return nil }
        return .init(value: term.slug, label: term.label, count: count, isChosen: isChosen)
      })
  }
}
