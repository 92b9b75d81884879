/// A filter whose values are slugs of a vocabulary. Its raw value is its name in addresses.
public enum Facet: String, CaseIterable, Hashable, Sendable, Codable {
  case area, modality, service, age, client, mode, funding, language, gender, profession, hours

  /// What a profile says of it, in slugs.
  public func values(of profile: Profile) -> [String] {
    switch self {
    case .area: profile.areas
    case .modality: profile.modalities
    case .service: profile.services
    case .age: profile.ageGroups
    case .client: profile.clientTypes
    case .mode: profile.sessionModes
    case .funding: profile.funding
    case .language: profile.languages
    case .gender: profile.gender.map { [$0] } ?? []
    case .profession: [profile.profession]
    case .hours: profile.hours
    }
  }

  /// What one of its values is called: "practice area".
  public var noun: String {
    switch self {
    case .area: "practice area"
    case .modality: "approach"
    case .service: "service"
    case .age: "age group"
    case .client: "kind of client"
    case .mode: "kind of session"
    case .funding: "kind of funding"
    case .language: "language"
    case .gender: "gender"
    case .profession: "profession"
    case .hours: "time of the week"
    }
  }
}

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
