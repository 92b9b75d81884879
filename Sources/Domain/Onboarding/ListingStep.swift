/// A step of making a listing, a page each, in this order. Who has published edits them one by one.
public enum ListingStep: String, Sendable, Codable, CaseIterable {
  /// Name, pronouns, profession and registration.
  case profession
  /// Where they see people, or that they work by telehealth only.
  case places
  /// Whom they see: ages and kinds of clients.
  case clients
  /// What they work with, and how: areas, approaches, services.
  case areas
  /// How sessions are: by which means, when, for what fee, in which languages, for whom within reach.
  case sessions
  /// In their own words.
  case about
  /// How long a new client waits.
  case wait
  /// Whether help seekers may find and book them.
  case seekers
  /// The listing as colleagues will see it: nothing is asked.
  case preview

  /// Those that ask something.
  public static let asking = allCases.filter { $0 != .preview }

  /// Its place, counted from 1.
  public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  /// The step before it; nil for the first.
  public var previous: Self? { number > 1 ? Self.allCases[number - 2] : nil }

  /// The step after it; nil for the last.
  public var next: Self? { number < Self.allCases.count ? Self.allCases[number] : nil }
}

/// A field of a step's form, by its name there. Where `/listings` can be searched by the same thing, the name is the same.
public enum ListingField: String, Sendable, CaseIterable {
  case name, pronouns, profession, registration
  /// A place that was chosen, as its label; may repeat.
  case place
  /// What was typed to find a place.
  case findPlace = "find-place"
  /// The one of several places of a name that is meant.
  case foundPlace = "found-place"
  case telehealthOnly = "telehealth-only"
  case age, client
  case area, modality, service
  case mode, hours, funding, fee, language, gender, accessibility
  case bio
  case waitingPeriod = "waiting-period"
  case seekers

  /// The step whose form has it.
  public var step: ListingStep {
    switch self {
    case .name, .pronouns, .profession, .registration: .profession
    case .place, .findPlace, .foundPlace, .telehealthOnly: .places
    case .age, .client: .clients
    case .area, .modality, .service: .areas
    case .mode, .hours, .funding, .fee, .language, .gender, .accessibility: .sessions
    case .bio: .about
    case .waitingPeriod: .wait
    case .seekers: .seekers
    }
  }
}

/// What is wrong with a step's form: a sentence for the one who filled it in.
public struct ListingProblem: Hashable, Sendable {
  /// What it is about.
  public var field: ListingField
  /// "Enter your registration number".
  public var sentence: String
}
