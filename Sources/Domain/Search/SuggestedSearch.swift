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
}
