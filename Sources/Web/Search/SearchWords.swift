import Domain

/// What a search says, in the words of the page.
struct SearchWords: Sendable {
  let terms: FacetTerms

  /// The heading of a facet's choices.
  static func heading(_ facet: Facet) -> String {
    switch facet {
    case .area: "Practice areas"
    case .modality: "Approaches"
    case .service: "Services"
    case .age: "Ages"
    case .client: "Clients"
    case .mode: "Sessions"
    case .funding: "Funding"
    case .language: "Languages"
    case .gender: "Gender"
    case .profession: "Professions"
    case .hours: "Hours"
    }
  }

  static func wait(_ longest: WaitingPeriod) -> String {
    switch longest {
    case .overSixMonths: "Open to new clients"
    case .closed: "Any wait that was said"
    default: longest.label
    }
  }

  static func order(_ sort: ListingSearch.Sort) -> String {
    switch sort {
    case .availability: "Soonest available"
    case .distance: "Nearest"
    case .name: "Name"
    }
  }

  static func within(_ kilometres: Int) -> String { "Within \(kilometres) km" }

  static func colleagues(_ count: Int) -> String { count == 1 ? "1 colleague" : "\(count) colleagues" }

  /// "3.2 km": near by with one decimal.
  static func distance(_ kilometres: Double) -> String {
    switch kilometres {
    case ..<1: "Under 1 km"
    case ..<9.95: "\((kilometres * 10).rounded() / 10) km"
    default: "\(Int(kilometres.rounded())) km"
    }
  }

  /// One chip a value.
  func chips(_ search: ListingSearch, near place: NearPlace) -> [SearchChips.Chip] {
    search.filters.flatMap { filter in
      switch filter {
      case .facet(let facet): chips(search, facet)
      default: [chip(label(filter, of: search, near: place), search.without(filter))]
      }
    }
  }

  private func chips(_ search: ListingSearch, _ facet: Facet) -> [SearchChips.Chip] {
    let chosen = search.chosen[facet] ?? []
    return terms[facet].filter { chosen.contains($0.slug) }.map { term in
      var less = search.firstPage
      less.choose(chosen.subtracting([term.slug]), in: facet)
      return chip(term.label, less)
    }
  }

  private func chip(_ label: String, _ search: ListingSearch) -> SearchChips.Chip {
    SearchChips.Chip(label: label, path: FoundListings.path(search))
  }

  /// A filter in words: "EMDR or CBT".
  func label(_ filter: SearchFilter, of search: ListingSearch, near place: NearPlace) -> String {
    switch filter {
    case .text: return "“\(search.text)”"
    case .facet(let facet):
      let chosen = search.chosen[facet] ?? []
      return terms[facet].filter { chosen.contains($0.slug) }.map(\.label).joined(separator: " or ")
    case .wait: return search.longestWait.map(Self.wait) ?? ""
    case .within:
      let distance = search.within.map(Self.within) ?? ""
      if case .place(let label, _) = place { return "\(distance) of \(label)" }
      return "\(distance) (of no place yet)"
    case .peers: return "Recommended by colleagues you recommend"
    }
  }
}
