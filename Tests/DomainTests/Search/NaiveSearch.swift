import Foundation

@testable import Domain

/// The same search said plainly: every listing looked at, everything sorted.
struct NaiveSearch {
  let listings: [Listing]
  let reference: ReferenceData
  let now: Date
  var peers: Set<Practitioner.ID> = []

  func find(_ search: ListingSearch) -> [Listing] {
    let origin = reference.localities.near(search.near).point
    let found = listings.filter { listing in
      listing.isPublished && search.filters.allSatisfy { fits(listing, $0, search, origin) }
    }
    let byAvailability = found.sorted { Availability(of: $0, now: now) < Availability(of: $1, now: now) }
    switch search.sort {
    case .name: return byAvailability.sorted { nameKey($0).lexicographicallyPrecedes(nameKey($1)) }
    case .distance where origin != nil:
      return byAvailability.enumerated().sorted {
        (kilometres($0.element, origin) ?? .infinity, $0.offset) < (
          kilometres($1.element, origin) ?? .infinity, $1.offset
        )
      }.map(\.element)
    default: return byAvailability
    }
  }

  func kilometres(_ listing: Listing, _ origin: Coordinates?) -> Double? {
    guard let origin else { return nil }
    return listing.profile.locations.compactMap { reference.localities.row(of: $0) }
      .map { $0.coordinates.kilometres(to: origin) }.min()
  }

  private func fits(
    _ listing: Listing, _ filter: SearchFilter, _ search: ListingSearch, _ origin: Coordinates?
  ) -> Bool {
    switch filter {
    case .text: return holds(listing, search.text)
    case .facet(let facet):
      return !Set(facet.values(of: listing.profile)).isDisjoint(with: search.chosen[facet] ?? [])
    case .wait:
      guard let longest = search.longestWait else { return true }
      if listing.isAway(at: now) { return longest == .closed }
      return listing.wait.map { $0.period <= longest } ?? false
    case .within:
      guard let origin, let limit = search.within else { return true }
      return kilometres(listing, origin).map { $0 <= Double(limit) } ?? false
    case .peers: return peers.contains(listing.practitioner)
    }
  }

  private func holds(_ listing: Listing, _ text: String) -> Bool {
    let sought = FoldedWords.sought(text)
    return !sought.isEmpty && sought.allSatisfy { word in words(of: listing).contains { $0.hasPrefix(word) } }
  }

  private func words(of listing: Listing) -> [String] {
    var words = FoldedWords.of(listing.name)
    words += FoldedWords.of(listing.profile.bio).filter { !FoldedWords.fillers.contains($0) }
    for facet in [Facet.area, .modality, .service, .profession, .funding, .language] {
      for slug in facet.values(of: listing.profile) {
        words += FoldedWords.of(reference.facets.label(of: slug, in: facet) ?? "")
        words += reference.taxonomy.otherNames(of: slug, in: facet).flatMap(FoldedWords.of)
      }
    }
    return words
  }

  private func nameKey(_ listing: Listing) -> [String] {
    let words = FoldedWords.of(listing.name)
    return (words.first == "dr" ? Array(words.dropFirst()) : words) + ["", listing.practitioner.text]
  }
}
