/// What ships with the network and listings refer to: words, languages and places.
public struct ReferenceData: Sendable {
  /// Professions, areas and the rest.
  public let taxonomy: Taxonomy
  /// Languages by code.
  public let languages: LanguageNames
  /// Places.
  public let localities: Localities
  /// Passwords that nobody may choose.
  public let commonPasswords: CommonPasswords
  /// Searches that a click fills the form with.
  public let suggestedSearches: [SuggestedSearch]
  /// What the filters of a search can be, from taxonomy and languages.
  public let facets: FacetTerms

  /// All of it together.
  public init(
    taxonomy: Taxonomy, languages: LanguageNames, localities: Localities, commonPasswords: CommonPasswords,
    suggestedSearches: [SuggestedSearch] = []
  ) {
    self.suggestedSearches = suggestedSearches
    facets = FacetTerms(taxonomy: taxonomy, languages: languages)
    self.taxonomy = taxonomy
    self.languages = languages
    self.localities = localities
    self.commonPasswords = commonPasswords
  }
}
