import Foundation

/// How colleagues see a practitioner. Values in lists are slugs of the taxonomy.
public struct Listing: Hashable, Sendable, Codable {
  public var practitioner: Practitioner.ID
  public var name: String
  public var email: EmailAddress
  public var profile: Profile
  /// What they last said, or nil before they first did.
  public var wait: StatedWait?
  public var standing: Practitioner.Standing

  /// The listing of a practitioner.
  public init(of practitioner: Practitioner, profile: Profile, wait: StatedWait?) {
    self.practitioner = practitioner.id
    name = practitioner.name
    email = practitioner.email
    standing = practitioner.standing
    self.profile = profile
    self.wait = wait
  }
}

/// What a practitioner tells colleagues about their practice.
public struct Profile: Hashable, Sendable, Codable {
  public var pronouns: String?
  /// A slug of the taxonomy's professions.
  public var profession: String
  /// As the register writes it; its format proves nothing, so *verified* is a fact of its own.
  public var registrationNumber: String
  public var bio: String
  public var locations: [PracticeLocation]
  public var sessionModes: [String]
  /// `business`, `evening`, `weekend`.
  public var hours: [String]
  public var ageGroups: [String]
  public var clientTypes: [String]
  public var areas: [String]
  public var modalities: [String]
  public var services: [String]
  public var funding: [String]
  /// ISO 639 codes (and `auslan`).
  public var languages: [String]
  public var gender: String?
  /// In the practitioner's words: "$250, concession $180".
  public var fee: String?

  /// A profile with nothing in it but a profession.
  public init(profession: String, registrationNumber: String) {
    self.profession = profession
    self.registrationNumber = registrationNumber
    bio = ""
    locations = []
    sessionModes = []
    hours = []
    ageGroups = []
    clientTypes = []
    areas = []
    modalities = []
    services = []
    funding = []
    languages = []
  }
}

/// Where a practitioner sees people: a locality, never a street.
public struct PracticeLocation: Hashable, Sendable, Codable {
  /// Text: Darwin's is 0800.
  public var postcode: String
  public var locality: String
  /// `NSW`, `VIC`, …
  public var state: String

  /// A place to practise.
  public init(postcode: String, locality: String, state: String) {
    self.postcode = postcode
    self.locality = locality
    self.state = state
  }

  /// "Corinda QLD 4075": a name can stand in several states and postcodes.
  public var label: String { "\(locality) \(state) \(postcode)" }
}
