/// What ships with the network and listings refer to: words, languages and places.
public struct ReferenceData: Sendable {
  /// Professions, areas and the rest.
  public let taxonomy: Taxonomy
  /// Languages by code.
  public let languages: LanguageNames
  /// Places.
  public let localities: Localities

  /// The three together.
  public init(taxonomy: Taxonomy, languages: LanguageNames, localities: Localities) {
    self.taxonomy = taxonomy
    self.languages = languages
    self.localities = localities
  }
}
