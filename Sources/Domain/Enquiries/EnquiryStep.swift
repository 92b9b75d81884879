/// A question to somebody who looks for help; each is a page. Its raw value is its name in addresses and in
/// `data/questionnaire.yaml`, whose order is the order in which they are asked.
public enum EnquiryStep: String, CaseIterable, Hashable, Sendable, Codable {
  /// In person, by video, by phone.
  case meeting
  /// Where from, for those who may meet in person.
  case place
  /// For oneself, a child, a couple, a family.
  case whom
  case age
  /// Who answers, where it is for somebody under 18.
  case filledBy = "filled-by"
  /// What about.
  case concerns
  /// How it is paid for.
  case paying
  /// In which state, where a way of paying depends on it and no place says so.
  case state
  /// Wishes that shut nobody out: how soon, gender, language.
  case preferences

  /// What its page asks for.
  public var fields: [EnquiryField] {
    switch self {
    case .meeting: [.meeting]
    case .place: [.place]
    case .whom: [.whom]
    case .age: [.age]
    case .filledBy: [.filledBy]
    case .concerns: [.concerns, .words]
    case .paying: [.paying]
    case .state: [.state]
    case .preferences: [.soon, .gender, .language]
    }
  }

  /// Whose answers decide whether it is asked: they come before it.
  public var dependsOn: [EnquiryStep] {
    switch self {
    case .place: [.meeting]
    case .filledBy: [.age]
    case .state: [.meeting, .place, .paying]
    default: []
    }
  }
}

/// A field of the questionnaire's forms. Its raw value is its name in forms.
public enum EnquiryField: String, CaseIterable, Hashable, Sendable, Codable {
  case meeting, place, whom, age
  case filledBy = "filled-by"
  case concerns, words, paying, state, soon, gender, language

  /// Whether it holds what somebody types, and not one of the answers of the questionnaire.
  public var isText: Bool { self == .place || self == .words }

  /// Whether several answers may be chosen.
  public var takesSeveral: Bool { self == .concerns }

  /// The most that may be typed, in Unicode scalars.
  public var most: Int { self == .place ? 60 : 200 }
}
