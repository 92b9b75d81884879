/// Something to be said about an answer.
public struct EnquiryProblem: Hashable, Sendable {
  /// The field it is about.
  public let field: EnquiryField
  /// What to do: "Choose one".
  public let sentence: String
}

extension EnquiryForm {
  /// Which button a question's form was sent with.
  public enum Press: Hashable, Sendable {
    case next, back
  }

  /// What a form comes to.
  public struct Saved: Hashable, Sendable {
    /// With what could be kept of it: on the way back nothing is lost.
    public var enquiry: Enquiry
    /// In the order of the form; none on the way back.
    public var problems: [EnquiryProblem]
  }

  /// Takes the form of a question. Whatever is typed or sent, the enquiry holds answers of the questionnaire alone, and texts of
  /// one line and no more than their length.
  public func save(
    _ sent: [EnquiryField: [String]], of step: EnquiryStep, by press: Press, in enquiry: Enquiry
  ) -> Saved {
    var saved = enquiry
    var problems: [EnquiryProblem] = []
    for field in step.fields { problems += take(sent[field] ?? [], as: field, in: &saved) }
    if press == .back { return Saved(enquiry: saved, problems: []) }
    saved.withdrawWaivers(of: step)
    let told = Set(problems.map(\.field))
    problems += self.problems(of: step, saved).filter { !told.contains($0.field) }
    if problems.isEmpty { saved.finish(step) }
    return Saved(enquiry: saved, problems: problems)
  }

  private func take(_ values: [String], as field: EnquiryField, in enquiry: inout Enquiry)
    -> [EnquiryProblem]
  {
    guard !field.isText else { return take(text: values.first ?? "", as: field, in: &enquiry) }
    let given = Set(values.filter { !$0.isEmpty })
    let known = choices(of: field, in: enquiry).map(\.answer).filter(given.contains)
    let most = field.takesSeveral ? Enquiry.mostConcerns : 1
    enquiry[field] = Array(known.prefix(most))
    if known.count < given.count {
      return [EnquiryProblem(field: field, sentence: "Choose from what is offered here")]
    }
    if known.count > most, field.takesSeveral {
      return [EnquiryProblem(field: field, sentence: "Choose the \(most) that matter most")]
    }
    return []
  }

  private func take(text: String, as field: EnquiryField, in enquiry: inout Enquiry) -> [EnquiryProblem] {
    let line = SearchReading.oneLine(text).unicodeScalars
    enquiry[field] = [String(line.prefix(field.most))].filter { !$0.isEmpty }
    return line.count <= field.most
      ? [] : [EnquiryProblem(field: field, sentence: "Shorten this to \(field.most) characters")]
  }

  /// What an enquiry lacks of a question's answer.
  func problems(of step: EnquiryStep, _ enquiry: Enquiry) -> [EnquiryProblem] {
    switch step {
    case .place: placeProblem(enquiry)
    case .concerns: concernsProblem(enquiry)
    case .preferences: []
    default:
      step.fields.filter { field in
        !choices(of: field, in: enquiry).contains { $0.answer == enquiry.text(field) }
      }
      .map { EnquiryProblem(field: $0, sentence: "Choose one") }
    }
  }

  /// Whoever may also meet from afar need not say where they are.
  private func placeProblem(_ enquiry: Enquiry) -> [EnquiryProblem] {
    let text = enquiry.text(.place)
    func problem(_ sentence: String) -> [EnquiryProblem] {
      [EnquiryProblem(field: .place, sentence: sentence)]
    }
    switch reference.localities.near(text) {
    case .place: return []
    case .ambiguous: return problem("Choose which “\(text)” you mean")
    case .unknown: return problem("We know no place called “\(text)”. Try a suburb, a town or a postcode")
    case .nowhere:
      let mayBeAfar = questionnaire.chosen(.meeting, in: enquiry).contains(where: \.meetsFromAfar)
      return mayBeAfar ? [] : problem("Enter a suburb, a town or a postcode")
    }
  }

  private func concernsProblem(_ enquiry: Enquiry) -> [EnquiryProblem] {
    let isSaid = !questionnaire.chosen(.concerns, in: enquiry).isEmpty || !enquiry.text(.words).isEmpty
    return isSaid
      ? [] : [EnquiryProblem(field: .concerns, sentence: "Choose one or more, or use your own words")]
  }
}
