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

  /// The four together.
  public init(
    taxonomy: Taxonomy, languages: LanguageNames, localities: Localities, commonPasswords: CommonPasswords
  ) {
    self.taxonomy = taxonomy
    self.languages = languages
    self.localities = localities
    self.commonPasswords = commonPasswords
  }
}
