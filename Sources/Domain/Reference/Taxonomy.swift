import Foundation

/// The words that listings are made of: professions, practice areas, services and the rest, each with its slug and its label.
///
/// Read once from `data/practice-taxonomy.json`; what the file means is in `data/README.md`.
public struct Taxonomy: Hashable, Sendable {
  /// A profession, and how its register writes numbers.
  public struct Profession: Hashable, Sendable {
    /// Its slug and label.
    public let term: Term
    /// Who keeps the register: "AHPRA", "AASW".
    public let scheme: String
    /// How a registration number is written.
    public let registration: RegistrationPattern
  }

  /// Practice areas under one heading.
  public struct AreaGroup: Hashable, Sendable {
    /// "Mood & anxiety".
    public let heading: String
    /// In the order of the file.
    public let areas: [Term]
  }

  /// Slugs and labels of the professions.
  public let professions: Vocabulary
  /// The practice areas under their headings.
  public let areaGroups: [AreaGroup]
  /// All practice areas; no slug stands under two headings.
  public let areas: Vocabulary
  /// Services beside therapy: assessments, reports, supervision.
  public let services: Vocabulary
  /// Ways of working: CBT, EMDR, …
  public let modalities: Vocabulary
  /// From infants to older adults, youngest first.
  public let ageGroups: Vocabulary
  /// Individual, couple, family, …
  public let clientTypes: Vocabulary
  /// In person, by video, …
  public let sessionModes: Vocabulary
  /// Business, evening, weekend.
  public let hours: Vocabulary
  /// Genders that a practitioner can be searched by.
  public let genders: Vocabulary
  /// Who pays: Medicare, NDIS, …
  public let funding: Vocabulary
  /// What makes a practice easy to come to: step-free access, a hearing loop, …
  public let accessibility: Vocabulary
  private let professionsBySlug: [String: Profession]
  private let otherNames: [Facet: [String: [String]]]

  /// The profession of a slug, or nil.
  public func profession(_ slug: String) -> Profession? { professionsBySlug[slug] }

  /// What a slug is called besides its label, for free text to find: "BPD", "motor vehicle accident".
  public func otherNames(of slug: String, in facet: Facet) -> [String] { otherNames[facet]?[slug] ?? [] }

  /// Reads the file's content. Throws the first mistake in it.
  public init(json: Data) throws(TaxonomyError) {
    let file: TaxonomyFile
    do { file = try JSONDecoder().decode(TaxonomyFile.self, from: json) } catch {
      throw .malformed(DecodingWords.describe(error))
    }
    let professions = try file.readProfessions()
    self.professions = try Vocabulary(professions.map(\.term), named: "professions")
    professionsBySlug = Dictionary(professions.map { ($0.term.slug, $0) }) { first, _ in first }
    areaGroups = file.areas.map { AreaGroup(heading: $0.group, areas: $0.areas.map(Term.init(label:))) }
    areas = try Vocabulary(areaGroups.flatMap(\.areas), named: "areas")
    services = try Vocabulary(labels: file.services, named: "services")
    modalities = try Vocabulary(labels: file.modalities, named: "modalities")
    ageGroups = try Vocabulary(file.ageGroups.map(\.term), named: "age_groups")
    clientTypes = try Vocabulary(labels: file.clientTypes, named: "client_types")
    sessionModes = try Vocabulary(labels: file.sessionModes, named: "session_modes")
    hours = try Vocabulary(labels: file.hours, named: "hours")
    genders = try Vocabulary(labels: file.genders, named: "genders")
    funding = try Vocabulary(file.funding.map { Term(slug: $0.id, label: $0.label) }, named: "funding")
    accessibility = try Vocabulary(labels: file.accessibility, named: "accessibility")
    otherNames = try file.readOtherNames([
      .area: areas, .modality: modalities, .service: services, .age: ageGroups, .client: clientTypes,
      .mode: sessionModes, .funding: funding, .gender: genders, .profession: self.professions, .hours: hours,
    ])
  }
}
