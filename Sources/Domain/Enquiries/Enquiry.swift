/// What somebody who looks for help has answered so far. It rests in their browser, sealed, and nowhere else until they book.
///
/// Answers are kept by their names in the questionnaire: one that the questionnaire no longer has counts for nothing, and its
/// question is asked again.
public struct Enquiry: Hashable, Sendable, Codable {
  private var answers: [String: [String]] = [:]
  private var done: [String] = []
  private var waived: [String] = []
  /// Turns the order of those who fit equally well; nil until the last question is answered.
  public var seed: UInt64?

  /// Nothing answered.
  public init() {}

  /// More than one may choose; further ones are passed over.
  public static let mostConcerns = 6

  /// What a field holds: names of answers, or what was typed. Empty when it was not answered.
  public subscript(field: EnquiryField) -> [String] {
    get { answers[field.rawValue] ?? [] }
    set { answers[field.rawValue] = newValue.isEmpty ? nil : newValue }
  }

  /// The one value of a field, or an empty text.
  public func text(_ field: EnquiryField) -> String { self[field].first ?? "" }

  /// Whether a question was answered, or passed over where it may be.
  public func isDone(_ step: EnquiryStep) -> Bool { done.contains(step.rawValue) }

  /// Notes that it was.
  public mutating func finish(_ step: EnquiryStep) {
    if !isDone(step) { done.append(step.rawValue) }
  }

  /// What was given up so that more may fit.
  public var waivers: Set<MatchWaiver> { Set(waived.compactMap { MatchWaiver(rawValue: $0) }) }

  /// The same with something given up.
  public func waiving(_ waiver: MatchWaiver) -> Enquiry {
    var enquiry = self
    if !waivers.contains(waiver) { enquiry.waived.append(waiver.rawValue) }
    return enquiry
  }

  /// Takes back whatever was given up of a question: it is answered anew.
  mutating func withdrawWaivers(of step: EnquiryStep) {
    waived.removeAll { MatchWaiver(rawValue: $0).map { $0.step == step } ?? true }
  }
}

/// What a seeker may give up when too few fit.
public enum MatchWaiver: String, CaseIterable, Hashable, Sendable {
  /// Meeting in the way they chose.
  case meeting
  /// As near as the rules have it.
  case distance
  /// Paying in the way they chose.
  case paying

  /// The question whose answer it gives up.
  public var step: EnquiryStep {
    switch self {
    case .meeting: .meeting
    case .distance: .place
    case .paying: .paying
    }
  }
}

/// Who answers for somebody under 18. Its raw value is the answer's name in the questionnaire.
public enum FilledBy: String, CaseIterable, Hashable, Sendable {
  /// A parent or guardian, who books.
  case guardian
  /// The young person, who is 16 or 17 and books for themself.
  case youngPerson = "young-person"
  /// The young person, who is under 16: a parent or guardian books.
  case younger
  /// Somebody else: a parent or guardian books.
  case other

  /// Whether they may make the booking.
  public var mayBook: Bool { self == .guardian || self == .youngPerson }
}
