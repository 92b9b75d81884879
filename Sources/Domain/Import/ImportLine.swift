import Foundation

/// One line of an import as it is written, before anything in it is believed.
struct ImportLine: Decodable {
  struct Place: Decodable {
    let postcode: String
    let locality: String
    let state: String
  }

  let name: String
  let email: String
  let profession: String
  let registration: String
  let bio: String
  let areas: [String]
  let modalities: [String]
  let ageGroups: [String]
  let modes: [String]
  let funding: [String]
  let languages: [String]
  let locations: [Place]
  let waitingPeriod: String
  let confirmedAt: String
  let acceptingNewClients: Bool
  let gender: String?
  let pronouns: String?
  let hours: [String]?
  let services: [String]?
  let clientTypes: [String]?
  let fee: String?

  enum Key: String, CodingKey, CaseIterable {
    case name, email, profession, registration, bio, areas, modalities, modes, funding, languages, locations
    case gender, pronouns, hours, services, fee
    case ageGroups = "age_groups"
    case waitingPeriod = "waiting_period"
    case confirmedAt = "confirmed_at"
    case acceptingNewClients = "accepting_new_clients"
    case clientTypes = "client_types"
  }

  init(from decoder: any Decoder) throws {
    try Self.refuseUnknownKeys(decoder)
    let line = try decoder.container(keyedBy: Key.self)
    name = try line.decode(String.self, forKey: .name)
    email = try line.decode(String.self, forKey: .email)
    profession = try line.decode(String.self, forKey: .profession)
    registration = try line.decode(String.self, forKey: .registration)
    bio = try line.decode(String.self, forKey: .bio)
    areas = try line.decode([String].self, forKey: .areas)
    modalities = try line.decode([String].self, forKey: .modalities)
    ageGroups = try line.decode([String].self, forKey: .ageGroups)
    modes = try line.decode([String].self, forKey: .modes)
    funding = try line.decode([String].self, forKey: .funding)
    languages = try line.decode([String].self, forKey: .languages)
    locations = try line.decode([Place].self, forKey: .locations)
    waitingPeriod = try line.decode(String.self, forKey: .waitingPeriod)
    confirmedAt = try line.decode(String.self, forKey: .confirmedAt)
    acceptingNewClients = try line.decode(Bool.self, forKey: .acceptingNewClients)
    gender = try line.decodeIfPresent(String.self, forKey: .gender)
    pronouns = try line.decodeIfPresent(String.self, forKey: .pronouns)
    hours = try line.decodeIfPresent([String].self, forKey: .hours)
    services = try line.decodeIfPresent([String].self, forKey: .services)
    clientTypes = try line.decodeIfPresent([String].self, forKey: .clientTypes)
    fee = try line.decodeIfPresent(String.self, forKey: .fee)
  }

  /// A misspelt optional key would otherwise be lost without a word.
  private static func refuseUnknownKeys(_ decoder: any Decoder) throws {
    let written = try decoder.container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).sorted()
    guard let stranger = written.first(where: { Key(rawValue: $0) == nil }) else { return }
    throw ImportRefusal.unknownKey(ImportChecks.quoted(stranger))
  }

  private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension ImportLine {
  /// Decodes a line, or says what about its shape is wrong.
  static func decode(_ line: String, with decoder: JSONDecoder) throws(ImportRefusal) -> ImportLine {
    do {
      return try decoder.decode(ImportLine.self, from: Data(line.utf8))
    } catch let refusal as ImportRefusal {
      throw refusal
    } catch DecodingError.keyNotFound(let key, let context) {
      throw .missing(key: (context.codingPath.first.map { "\($0.stringValue): " } ?? "") + key.stringValue)
    } catch DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context) {
      guard let key = context.codingPath.first?.stringValue else { throw .notJSON }
      throw .wrongType(key: key, expected: expectation(of: key))
    } catch {
      throw .notJSON
    }
  }

  private static func expectation(of key: String) -> String {
    switch Key(rawValue: key) {
    case .acceptingNewClients: "true or false"
    case .locations: "a list of places, each with postcode, locality and state as texts"
    case .areas, .modalities, .ageGroups, .modes, .funding, .languages, .hours, .services, .clientTypes:
      "a list of texts"
    default: "a text"
    }
  }
}
