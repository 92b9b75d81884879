import Domain

/// A question in words, filled in with what was answered.
struct FindView: Sendable {
  let site: Site
  let enquiry: Enquiry

  /// Places to choose from where several may be meant.
  private static let mostFound = 8

  private var form: EnquiryForm { site.enquiryForm }

  func page(_ step: EnquiryStep, problems found: [EnquiryProblem] = []) -> FindStepPage {
    let question = site.reference.questionnaire[step]
    let problems = problems(found)
    return FindStepPage(
      progress: progress(step), ask: question?.ask ?? "", hint: question?.hint ?? "",
      path: LinkTarget(FindRoutes.path(step)),
      items: (question?.fields ?? []).map { item($0, of: step, problems) }, problems: problems,
      script: step == .place ? .placesScript : nil)
  }

  private func progress(_ step: EnquiryStep) -> FindProgress {
    let steps = form.steps(of: enquiry)
    return FindProgress(number: (steps.firstIndex(of: step) ?? 0) + 1, count: steps.count)
  }

  private func problems(_ found: [EnquiryProblem]) -> Problems {
    var problems = Problems()
    for problem in found { problems.add(problem.sentence, about: Self.id(problem.field)) }
    return problems
  }

  private static func id(_ field: EnquiryField) -> String {
    field == .place ? SeekerPlace.field : field.rawValue
  }

  private func item(_ field: Questionnaire.Field, of step: EnquiryStep, _ problems: Problems) -> FindItem {
    let name = field.name.rawValue
    let problem = problems[Self.id(field.name)]
    switch field.name {
    case .place:
      return .place(SeekerPlace(typed: enquiry.text(.place), found: places, problem: problem))
    case .words:
      return .words(
        TextArea(
          name: name, label: field.ask, hint: field.hint.isEmpty ? nil : field.hint,
          value: enquiry.text(.words),
          rows: 3, maxlength: field.name.most, problem: problem))
    case .language:
      let none = Choices.Choice(value: "", label: "I don’t mind", isChosen: enquiry[.language].isEmpty)
      return .picker(Picker(id: name, label: field.ask, options: [none] + choices(.language)))
    case _ where name == step.rawValue:
      return .answers(
        Answers(name: name, choices: choices(field.name), isOne: !field.name.takesSeveral, problem: problem))
    default:
      return .choices(
        Choices(
          name: name, legend: field.ask, hint: field.hint.isEmpty ? nil : field.hint,
          choices: choices(field.name), isOne: true, problem: problem))
    }
  }

  private func choices(_ field: EnquiryField) -> [Choices.Choice] {
    let chosen = Set(enquiry[field])
    return form.choices(of: field, in: enquiry).map {
      Choices.Choice(value: $0.answer, label: $0.words, isChosen: chosen.contains($0.answer))
    }
  }

  private var places: [String] {
    let near = site.reference.localities.near(enquiry.text(.place), choices: Self.mostFound)
    if case .ambiguous(let places) = near { return places.map(\.label) }
    return []
  }
}
