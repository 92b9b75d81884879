/// Takes the answers of somebody who looks for help, one question after another.
public struct EnquiryForm: Sendable {
  /// Words, languages and places.
  public let reference: ReferenceData

  /// A form over the questionnaire and the places of the reference data.
  public init(reference: ReferenceData) { self.reference = reference }

  var questionnaire: Questionnaire { reference.questionnaire }

  /// The questions that are asked of somebody who answered so, in their order.
  public func steps(of enquiry: Enquiry) -> [EnquiryStep] {
    questionnaire.questions.map(\.step).filter { asks($0, enquiry) }
  }

  /// The first question that is not answered; nil when all are.
  public func firstOpen(of enquiry: Enquiry) -> EnquiryStep? {
    steps(of: enquiry).first { !isAnswered($0, enquiry) }
  }

  /// Whether every question is answered, and matches can be shown.
  public func isComplete(_ enquiry: Enquiry) -> Bool {
    !questionnaire.questions.isEmpty && enquiry.seed != nil && firstOpen(of: enquiry) == nil
  }

  /// The question before one, or nil for the first.
  public func step(before step: EnquiryStep, in enquiry: Enquiry) -> EnquiryStep? {
    let steps = steps(of: enquiry)
    return steps.firstIndex(of: step).flatMap { $0 > 0 ? steps[$0 - 1] : nil }
  }

  /// Whether a question is asked of somebody who answered so.
  public func asks(_ step: EnquiryStep, _ enquiry: Enquiry) -> Bool {
    switch step {
    case .place: questionnaire.chosen(.meeting, in: enquiry).contains(where: \.meetsInPerson)
    case .filledBy: minority(of: enquiry) != nil
    case .state:
      questionnaire.chosen(.paying, in: enquiry).contains(where: \.dependsOnState)
        && state(of: enquiry) == nil
    default: true
    }
  }

  private func isAnswered(_ step: EnquiryStep, _ enquiry: Enquiry) -> Bool {
    enquiry.isDone(step) && problems(of: step, enquiry).isEmpty
  }

  /// How young whoever it is for is; nil for adults.
  public func minority(of enquiry: Enquiry) -> Minority? {
    questionnaire.chosen(.age, in: enquiry).first.flatMap { Minority(ages: $0.means[.age] ?? []) }
  }

  /// Who answers for somebody under 18; nil where it is for an adult, or was not said.
  public func filledBy(_ enquiry: Enquiry) -> FilledBy? {
    minority(of: enquiry) == nil ? nil : FilledBy(rawValue: enquiry.text(.filledBy))
  }

  /// Whether whoever answered may book: an adult, a parent or guardian, or a young person from 16.
  public func mayBook(_ enquiry: Enquiry) -> Bool {
    minority(of: enquiry) == nil || filledBy(enquiry)?.mayBook ?? false
  }

  /// Where somebody said that they are.
  public func place(of enquiry: Enquiry) -> NearPlace {
    asks(.place, enquiry) ? reference.localities.near(enquiry.text(.place)) : .nowhere
  }

  /// The choices of a field that are offered to somebody who answered so.
  public func choices(of field: EnquiryField, in enquiry: Enquiry) -> [Questionnaire.Choice] {
    switch field {
    case .language:
      return reference.languages.languages.map { Questionnaire.Choice(answer: $0.slug, words: $0.label) }
    case .filledBy where minority(of: enquiry) == .under16:
      return questionnaire.choices(of: field).filter { $0.answer != FilledBy.youngPerson.rawValue }
    default: return questionnaire.choices(of: field)
    }
  }
}

extension Questionnaire.Choice {
  /// Ways to meet that need somewhere to go.
  var meetsInPerson: Bool {
    !(means[.mode] ?? []).isDisjoint(with: ListingProgress.modesWithPlace)
  }

  /// Ways to meet that need no place.
  var meetsFromAfar: Bool {
    !(means[.mode] ?? []).isSubset(of: ListingProgress.modesWithPlace)
  }
}
