/// The words that the facets hold, in the order that pages show them.
public struct FacetTerms: Hashable, Sendable {
  private let terms: [Facet: [Term]]
  private let labels: [Facet: [String: String]]

  /// The words of a taxonomy, and languages by their names.
  public init(taxonomy: Taxonomy, languages: LanguageNames) {
    var terms: [Facet: [Term]] = [:]
    for facet in Facet.allCases { terms[facet] = Self.terms(of: facet, taxonomy, languages) }
    self.terms = terms
    labels = terms.mapValues { Dictionary($0.map { ($0.slug, $0.label) }) { first, _ in first } }
  }

  /// All that a facet may hold.
  public subscript(facet: Facet) -> [Term] { terms[facet] ?? [] }

  /// What people read for a slug, or nil for one that the facet does not have.
  public func label(of slug: String, in facet: Facet) -> String? { labels[facet]?[slug] }

  private static func terms(of facet: Facet, _ taxonomy: Taxonomy, _ languages: LanguageNames) -> [Term] {
    switch facet {
    case .area: taxonomy.areas.terms
    case .modality: taxonomy.modalities.terms
    case .service: taxonomy.services.terms
    case .age: taxonomy.ageGroups.terms
    case .client: taxonomy.clientTypes.terms
    case .mode: taxonomy.sessionModes.terms
    case .funding: taxonomy.funding.terms
    case .language: languages.languages
    case .gender: taxonomy.genders.terms
    case .profession: taxonomy.professions.terms
    case .hours: taxonomy.hours.terms
    }
  }
}
