import Domain
import Yams

/// Reads `questionnaire.yaml`: a list of questions, each with its step, its words, and its choices.
public enum QuestionnaireFile {
  /// The questionnaire, or all that is wrong with the file.
  public static func read(_ text: String, terms: FacetTerms) throws(WrittenYAML.Mistakes) -> Questionnaire {
    var reading = QuestionnaireReading(terms: terms)
    reading.take(try WrittenYAML.compose(text))
    try reading.section.finish()
    return Questionnaire(reading.questions)
  }
}

/// The file as far as it was read.
struct QuestionnaireReading {
  let terms: FacetTerms
  var section = YAMLSection()
  private(set) var questions: [Questionnaire.Question] = []

  init(terms: FacetTerms) { self.terms = terms }

  mutating func take(_ root: Node?) {
    guard let entries = root?.sequence else {
      return section.note("", "must be a list of questions, each with a step and what it asks", at: root)
    }
    for entry in entries { take(entry: entry) }
    let missing = EnquiryStep.allCases.filter { step in !questions.contains { $0.step == step } }
    if section.mistakes.isEmpty, !missing.isEmpty {
      section.note(
        "", "lacks the question \(missing.map(\.rawValue).joined(separator: ", "))", at: nil)
    }
  }

  private mutating func take(entry: Node) {
    guard let mapping = entry.mapping, let step = step(mapping["step"], of: entry) else {
      return entry.mapping == nil
        ? section.note("", "a question has the keys step and ask", at: entry) : ()
    }
    _ = section.mapping(entry, keys: ["step", "ask", "hint"] + step.keys, or: "")
    let ask = section.requiredLine(mapping, "ask", of: entry)
    let hint = section.line(mapping, "hint", most: 300) ?? ""
    let fields = step.fields.map { field(field: $0, of: step, mapping, entry, ask ?? "") }
    questions.append(Questionnaire.Question(step: step, ask: ask ?? "", hint: hint, fields: fields))
  }

  /// A step that there is, not asked before, after those that decide whether it is asked.
  private mutating func step(_ node: Node?, of entry: Node) -> EnquiryStep? {
    let name = node?.scalar?.string ?? ""
    guard let step = EnquiryStep(rawValue: name) else {
      let all = EnquiryStep.allCases.map(\.rawValue).joined(separator: ", ")
      section.note("step", "must be one of \(all)", at: node ?? entry)
      return nil
    }
    if questions.contains(where: { $0.step == step }) {
      section.note("step", "\(name) stands in the file twice", at: node)
    }
    for needed in step.dependsOn where !questions.contains(where: { $0.step == needed }) {
      section.note(
        "step", "\(name) must come after \(needed.rawValue), which decides whether it is asked", at: node)
    }
    return step
  }

  /// The field that gives a page its name has the page's words; others have a section of their own.
  private mutating func field(
    field: EnquiryField, of step: EnquiryStep, _ mapping: Node.Mapping, _ entry: Node, _ ask: String
  ) -> Questionnaire.Field {
    guard field.rawValue != step.rawValue else {
      let choices = field.isText ? [] : choices(mapping["choices"], of: field, entry)
      return Questionnaire.Field(name: field, ask: ask, choices: choices)
    }
    let name = field.rawValue
    let node = mapping[name] ?? entry
    let hasChoices = !field.isText && field != .language
    let keys = ["ask", "hint"] + (hasChoices ? ["choices"] : [])
    guard mapping[name] != nil, let own = section.mapping(node, keys: keys, or: "\(name) has the key ask")
    else {
      if mapping[name] == nil { section.note(name, "is required: a section with the key ask", at: entry) }
      return Questionnaire.Field(name: field, ask: "")
    }
    return Questionnaire.Field(
      name: field, ask: section.requiredLine(own, "ask", of: node) ?? "",
      hint: section.line(own, "hint", most: 300) ?? "",
      choices: hasChoices ? choices(own["choices"], of: field, node) : [])
  }
}

extension EnquiryStep {
  /// The keys that its question has besides step, ask and hint.
  fileprivate var keys: [String] {
    fields.flatMap { field in
      field.rawValue != rawValue ? [field.rawValue] : field.isText ? [] : ["choices"]
    }
  }
}
