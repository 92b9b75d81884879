import Domain

/// The page of a search, in words.
struct ListingsPageView: Sendable {
  let found: FoundListings
  let site: Site
  let member: SiteContext.Member
  /// The record's version, read before the index was.
  let version: Int
  /// The search, as it stands in the address.
  let query: String

  private var search: ListingSearch { found.search }
  private var results: SearchResults { found.results }
  private var words: SearchWords { SearchWords(terms: site.reference.facets) }

  var page: ListingsPage {
    ListingsPage(
      total: results.total, first: results.firstNumber,
      parts: key.map { site.keptParts.parts($0) { parts } } ?? parts, pageNumber: search.page,
      pageCount: results.pageCount, previous: page(search.page - 1), next: page(search.page + 1),
      problems: found.problems, offers: offers, chips: words.chips(search, near: found.place), places: places,
      keeper: keeper, ways: ways)
  }

  private var parts: ListedParts {
    let rows = results.hits.map {
      (row: found.view.row($0, matched: results.matched), isPlaced: $0.kilometres != nil)
    }
    let isByDistance = search.sort == .distance && found.place.point != nil
    return ListedParts(
      SearchFormView(found: found, terms: site.reference.facets).form,
      rows: rows.filter { $0.isPlaced || !isByDistance }.map { $0.row },
      apart: rows.filter { !$0.isPlaced && isByDistance }.map { $0.row })
  }

  /// What the parts depend on; nil where they are this member's own, or not worth keeping.
  private var key: KeptParts.Key? {
    guard !search.isOfPeers, found.problems.isEmpty, query.utf8.count <= KeptParts.longestQuery else {
      return nil
    }
    let (reader, zone) = (member.practitioner, found.view.zone)
    let isShown = results.hits.contains { $0.listing.practitioner == reader.id }
    return KeptParts.Key(
      version: version, moment: found.moment, day: LocalDay(site.now(), in: zone), zone: zone.identifier,
      query: query, peers: results.counts.peers, mayRefer: reader.isListed, own: isShown ? reader.id : nil)
  }

  private func page(_ number: Int) -> LinkTarget? {
    guard (1...results.pageCount).contains(number) else { return nil }
    var other = search
    other.page = number
    return FoundListings.path(other)
  }

  private var offers: SearchOffers {
    let shown = search.firstPage.query
    let own = found.view.directory[member.practitioner.id]?.profile.locations.first
    return SearchOffers(
      saved: site.store.savedSearches(of: member.practitioner.id).map {
        .init(name: $0.name, path: LinkTarget("/listings?\($0.query)"), isShown: $0.query == shown)
      },
      suggested: site.reference.suggestedSearches.map {
        let search = $0.search(from: own)
        return .init(name: $0.name, path: FoundListings.path(search), isShown: search.query == shown)
      })
  }

  private var places: PlaceChoices {
    guard case .ambiguous(let locations) = found.place else { return PlaceChoices(typed: "", places: []) }
    return PlaceChoices(
      typed: search.near,
      places: locations.map { location in
        var chosen = search.firstPage
        chosen.near = location.label
        return (location.label, FoundListings.path(chosen))
      })
  }

  private var keeper: SearchKeeper? {
    guard !search.isForEverybody, found.problems.isEmpty else { return nil }
    return SearchKeeper(query: search.firstPage.query, formToken: site.formToken(member))
  }

  /// The words of a text are quoted anyway.
  private func quoted(_ filter: SearchFilter) -> String {
    let label = words.label(filter, of: search, near: found.place)
    return filter == .text ? label : "“\(label)”"
  }

  private var ways: [NobodyFound.Way] {
    results.relaxations.map { way in
      NobodyFound.Way(
        label: "Without \(quoted(way.filter))",
        total: SearchWords.colleagues(way.total), path: FoundListings.path(search.without(way.filter)))
    }
  }
}
