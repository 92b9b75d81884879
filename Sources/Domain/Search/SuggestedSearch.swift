/// A search that is offered to everybody, in plain words.
public struct SuggestedSearch: Hashable, Sendable {
  /// "Couples therapist (Gottman / EFT), evenings".
  public let name: String
  /// What a click fills the form with.
  public let search: ListingSearch

  /// A search with its name.
  public init(name: String, search: ListingSearch) {
    self.name = name
    self.search = search
  }

  /// The search for somebody who sees people at a place, or nowhere: one that says how far and not from where is counted from there.
  public func search(from place: PracticeLocation?) -> ListingSearch {
    let isFromNowhere = search.near.isEmpty && (search.within != nil || search.sort == .distance)
    guard isFromNowhere, let place else { return search }
    var search = search
    search.near = place.label
    return search
  }
}
