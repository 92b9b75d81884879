import Foundation

/// `practice-taxonomy.json` as it is written.
struct TaxonomyFile: Decodable {
  struct AreaGroup: Decodable {
    let group: String
    let areas: [String]
  }

  /// `["young-adult", "18-25"]`: a slug and the years it spans.
  struct AgeGroup: Decodable {
    let term: Term

    init(from decoder: any Decoder) throws {
      var pair = try decoder.unkeyedContainer()
      let slug = try pair.decode(String.self)
      let years = try pair.decode(String.self).replacingOccurrences(of: "-", with: "–")
      let words = slug.replacingOccurrences(of: "-", with: " ")
      term = Term(slug: slug, label: Term(label: words).label + " (\(years))")
    }
  }

  struct Funding: Decodable {
    let id: String
    let label: String
  }

  struct Profession: Decodable {
    let id: String
    let label: String
    let scheme: String
    let regex: String
  }

  let areas: [AreaGroup]
  let services: [String]
  let modalities: [String]
  let ageGroups: [AgeGroup]
  let clientTypes: [String]
  let sessionModes: [String]
  let hours: [String]
  let genders: [String]
  let funding: [Funding]
  let professions: [Profession]
  let accessibility: [String]
  /// By facet and slug.
  let alsoCalled: [String: [String: [String]]]

  enum CodingKeys: String, CodingKey {
    case areas, services, modalities, hours, genders, funding, professions, accessibility
    case ageGroups = "age_groups"
    case clientTypes = "client_types"
    case sessionModes = "session_modes"
    case alsoCalled = "also_called"
  }

  func readProfessions() throws(TaxonomyError) -> [Taxonomy.Profession] {
    var read: [Taxonomy.Profession] = []
    for one in professions {
      guard let pattern = RegistrationPattern(regex: one.regex) else {
        throw .pattern(profession: one.id, regex: one.regex)
      }
      let term = Term(slug: one.id, label: one.label)
      read.append(Taxonomy.Profession(term: term, scheme: one.scheme, registration: pattern))
    }
    return read
  }
}

extension TaxonomyFile {
  /// What terms are called besides their labels; each must be one of the file's.
  func readOtherNames(_ vocabularies: [Facet: Vocabulary]) throws(TaxonomyError) -> [Facet: [String:
    [String]]]
  {
    var read: [Facet: [String: [String]]] = [:]
    for (section, names) in alsoCalled.sorted(by: { $0.key < $1.key }) {
      guard let facet = Facet(rawValue: section), let vocabulary = vocabularies[facet] else {
        throw .unknown(section: "also_called", slug: section)
      }
      for slug in names.keys.sorted() where !vocabulary.contains(slug) {
        throw .unknown(section: "also_called, \(section)", slug: slug)
      }
      read[facet] = names
    }
    return read
  }
}

extension Term {
  /// A word whose slug is made from its label; the label gets a capital.
  init(label: String) {
    self.init(slug: Slug.of(label), label: label.prefix(1).uppercased() + label.dropFirst())
  }
}

extension Vocabulary {
  /// Words written as labels alone.
  init(labels: [String], named section: String) throws(TaxonomyError) {
    try self.init(labels.map(Term.init(label:)), named: section)
  }
}
