import Foundation

/// How colleagues see a practitioner. Values in lists are slugs of the taxonomy.
public struct Listing: Hashable, Sendable, Codable {
  /// Whose it is.
  public var practitioner: Practitioner.ID
  /// With title, as it is written.
  public var name: String
  /// The address.
  public var email: EmailAddress
  /// What they tell colleagues.
  public var profile: Profile
  /// What they last said, or nil before they first did.
  public var wait: StatedWait?
  /// Whether they take part.
  public var standing: Practitioner.Standing
  /// Until when they said to be away, also after that has passed.
  public var awayUntil: Date?
  /// When it was published; nil until it is.
  public var publishedAt: Date?
  /// What goes beside the profile: the photo, whether seekers may find it, and whether the operator has checked the registration.
  public var facts: ListingFacts

  /// The listing of a practitioner.
  public init(
    of practitioner: Practitioner, profile: Profile, wait: StatedWait?, facts: ListingFacts = ListingFacts()
  ) {
    self.practitioner = practitioner.id
    name = practitioner.name
    email = practitioner.email
    standing = practitioner.standing
    awayUntil = practitioner.awayUntil
    publishedAt = practitioner.publishedAt
    self.facts = facts
    self.profile = profile
    self.wait = wait
  }

  /// Whether colleagues see it: published, by somebody who takes part.
  public var isPublished: Bool { standing == .active && publishedAt != nil }

  /// When the operator checked the registration that the listing shows; nil when it was not, or another number was checked.
  public var verifiedAt: Date? {
    facts.verification.flatMap { $0.number == profile.registrationNumber ? $0.at : nil }
  }

  /// Whether help seekers may find it: its owner wants that, and the operator has checked the registration.
  public var isForSeekers: Bool { facts.isOpenToSeekers && verifiedAt != nil }

  /// Whether its practitioner is away at a moment: closed to new clients until the date they gave.
  public func isAway(at moment: Date) -> Bool { awayUntil.map { moment < $0 } ?? false }

  /// How fresh its wait is. Who comes back from being away is *not confirmed* until they say anew.
  public func freshness(now: Date) -> Freshness {
    if let awayUntil, now >= awayUntil, let wait, wait.confirmedAt < awayUntil { return .stale }
    return Freshness(of: wait, now: now)
  }
}

/// What goes beside a profile, and an import leaves as it is.
public struct ListingFacts: Hashable, Sendable, Codable {
  /// A registration number that the operator found in the register, and when.
  public struct Verification: Hashable, Sendable, Codable {
    /// As the register writes it.
    public var number: String
    /// When it was checked.
    public var at: Date

    /// A number that was checked at a moment.
    public init(number: String, at: Date) {
      self.number = number
      self.at = at
    }
  }

  /// The photo of its member, or nil.
  public var photo: String?
  /// Whether help seekers may find the listing and ask for a booking (they see only what is verified as well).
  public var isOpenToSeekers: Bool
  /// What the operator checked; of another number than the listing's it says nothing.
  public var verification: Verification?

  /// Facts of a listing: none, unless they are given.
  public init(photo: String? = nil, isOpenToSeekers: Bool = false, verification: Verification? = nil) {
    self.photo = photo
    self.isOpenToSeekers = isOpenToSeekers
    self.verification = verification
  }
}

/// What a practitioner tells colleagues about their practice.
public struct Profile: Hashable, Sendable, Codable {
  /// As it is written: "she/her".
  public var pronouns: String?
  /// A slug of the taxonomy's professions.
  public var profession: String
  /// As the register writes it; its format proves nothing, so *verified* is a fact of its own.
  public var registrationNumber: String
  /// In their own words; plain text.
  public var bio: String
  /// Where they see people, the first being the main place.
  public var locations: [PracticeLocation]
  /// Slugs: in person, by video, by phone.
  public var sessionModes: [String]
  /// `business`, `evening`, `weekend`.
  public var hours: [String]
  /// Slugs, youngest first.
  public var ageGroups: [String]
  /// Slugs: individuals, couples, families, groups.
  public var clientTypes: [String]
  /// Slugs of practice areas, the most practised first.
  public var areas: [String]
  /// Slugs of approaches.
  public var modalities: [String]
  /// Slugs: assessments, reports, supervision.
  public var services: [String]
  /// Slugs of schemes and fees.
  public var funding: [String]
  /// ISO 639 codes (and `auslan`).
  public var languages: [String]
  /// A slug, when it was said.
  public var gender: String?
  /// In the practitioner's words: "$250, concession $180".
  public var fee: String?
  /// Slugs: step-free access, a hearing loop, a quiet waiting room.
  public var accessibility: [String]

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
    accessibility = []
  }
}

/// Where a practitioner sees people: a locality, never a street.
public struct PracticeLocation: Hashable, Sendable, Codable {
  /// Text: Darwin's is 0800.
  public var postcode: String
  /// The suburb or town.
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

  /// The place that a label names, or nil for a text of another form. Whether there is such a place, the table says.
  public init?(label: String) {
    let words = label.split(separator: " ").map(String.init)
    guard words.count > 2 else { return nil }
    self.init(
      postcode: words[words.count - 1], locality: words.dropLast(2).joined(separator: " "),
      state: words[words.count - 2])
  }
}
