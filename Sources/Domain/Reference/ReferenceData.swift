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
  /// The questions to people who look for help; none where nobody is to be helped.
  public let questionnaire: Questionnaire
  /// How those who fit are put in order.
  public let matching: MatchingRules
  /// What people call what it is about.
  public let spokenNames: SpokenNames
  /// What the filters of a search can be, from taxonomy and languages.
  public let facets: FacetTerms

  /// All of it together.
  public init(
    taxonomy: Taxonomy, languages: LanguageNames, localities: Localities, commonPasswords: CommonPasswords,
    suggestedSearches: [SuggestedSearch] = [], questionnaire: Questionnaire = Questionnaire([]),
    matching: MatchingRules = MatchingRules()
  ) {
    self.questionnaire = questionnaire
    self.matching = matching
    spokenNames = SpokenNames(taxonomy: taxonomy, questionnaire: questionnaire)
    self.suggestedSearches = suggestedSearches
    facets = FacetTerms(taxonomy: taxonomy, languages: languages)
    self.taxonomy = taxonomy
    self.languages = languages
    self.localities = localities
    self.commonPasswords = commonPasswords
  }
}
