import Domain
import Yams

extension QuestionnaireReading {
  /// A form of more is none that anybody reads.
  private static let mostChoices = 40

  mutating func choices(_ node: Node?, of field: EnquiryField, _ entry: Node) -> [Questionnaire.Choice] {
    guard let entries = node?.sequence, (1...Self.mostChoices).contains(entries.count) else {
      section.note(
        "choices",
        "is required: a list of 1 to \(Self.mostChoices) choices, each with an answer and its words",
        at: node ?? entry)
      return []
    }
    var choices: [Questionnaire.Choice] = []
    for entry in entries {
      guard let choice = choice(entry, of: field) else { continue }
      if choices.contains(where: { $0.answer == choice.answer }) {
        section.note("answer", "\(choice.answer) stands among the choices twice", at: entry)
      }
      choices.append(choice)
    }
    checkComplete(choices, of: field, at: node)
    return choices
  }

  private mutating func choice(_ entry: Node, of field: EnquiryField) -> Questionnaire.Choice? {
    let keys = ["answer", "words"] + field.facets.map(\.rawValue) + field.ownKeys
    let message = "a choice has the keys \(keys.joined(separator: ", "))"
    guard let mapping = section.mapping(entry, keys: keys, or: message) else { return nil }
    let answer = section.requiredLine(mapping, "answer", of: entry, most: 24) ?? ""
    check(answer, of: field, at: mapping["answer"])
    var choice = Questionnaire.Choice(
      answer: answer, words: section.requiredLine(mapping, "words", of: entry) ?? "")
    for facet in field.facets {
      let slugs = slugs(mapping, of: facet)
      if !slugs.isEmpty { choice.means[facet] = slugs }
    }
    if field.mustMean, field.facets.allSatisfy({ mapping[$0.rawValue] == nil }) {
      let names = field.facets.map(\.rawValue).joined(separator: " or ")
      section.note(names, "is required: what a listing must say", at: entry)
    }
    if field.ownKeys.contains("also") { choice.alsoCalled = section.values(mapping, "also").map(\.text) }
    if field.ownKeys.contains("sees") { choice.sees = section.line(mapping, "sees", most: 40) ?? "" }
    if field.ownKeys.contains("by-state") { choice.dependsOnState = truth(mapping["by-state"]) }
    if field.ownKeys.contains("wait") { choice.longestWait = wait(mapping["wait"]) }
    return choice
  }

  /// Names of answers stand in forms; a state's is its own abbreviation.
  private mutating func check(_ answer: String, of field: EnquiryField, at node: Node?) {
    guard let node, !answer.isEmpty else { return }
    if field == .state {
      if !Locality.states.contains(answer) {
        section.note("answer", "must be one of \(Locality.states.sorted().joined(separator: ", "))", at: node)
      }
    } else if Slug.of(answer) != answer {
      section.note("answer", "must be lower-case letters, digits and hyphens", at: node)
    }
  }

  /// Answers that the program itself must know.
  private mutating func checkComplete(
    _ choices: [Questionnaire.Choice], of field: EnquiryField, at node: Node?
  ) {
    guard field == .filledBy, section.mistakes.isEmpty else { return }
    let wanted = FilledBy.allCases.map(\.rawValue)
    if Set(choices.map(\.answer)) != Set(wanted) {
      section.note(
        "choices", "must have the answers \(wanted.joined(separator: ", ")), and no other", at: node)
    }
  }

  private mutating func slugs(_ mapping: Node.Mapping, of facet: Facet) -> Set<String> {
    var slugs: Set<String> = []
    for (slug, node) in section.values(mapping, facet.rawValue) {
      if terms.label(of: slug, in: facet) != nil {
        slugs.insert(slug)
      } else {
        section.note(facet.rawValue, "“\(slug.shown)” is no \(facet.noun) that a listing can have", at: node)
      }
    }
    return slugs
  }

  private mutating func truth(_ node: Node?) -> Bool {
    guard let node else { return false }
    if let truth = node.bool { return truth }
    section.note("by-state", "must be true or false", at: node)
    return false
  }

  private mutating func wait(_ node: Node?) -> WaitingPeriod? {
    guard let node else { return nil }
    if let period = WaitingPeriod(rawValue: node.scalar?.string ?? ""), period.isOpen { return period }
    let all = WaitingPeriod.allCases.filter(\.isOpen).map(\.slug).joined(separator: ", ")
    section.note("wait", "must be one of \(all)", at: node)
    return nil
  }
}

extension EnquiryField {
  /// What of a listing its choices speak of.
  fileprivate var facets: [Facet] {
    switch self {
    case .meeting: [.mode]
    case .whom: [.client]
    case .age: [.age]
    case .concerns: [.area, .service, .modality]
    case .paying: [.funding]
    case .gender: [.gender]
    case .place, .filledBy, .words, .state, .soon, .language: []
    }
  }

  /// Whether each of its choices must speak of it.
  fileprivate var mustMean: Bool {
    switch self {
    case .meeting, .whom, .age, .concerns: true
    default: false
    }
  }

  /// Keys of its choices besides.
  fileprivate var ownKeys: [String] {
    switch self {
    case .whom, .age: ["sees"]
    case .concerns: ["also"]
    case .paying: ["by-state"]
    case .soon: ["wait"]
    default: []
    }
  }
}
