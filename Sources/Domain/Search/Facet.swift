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
