import Domain
import Foundation
import Testing

@testable import Automation

@Suite struct `The file of the questionnaire` {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data")
  private let terms: FacetTerms
  private let taxonomy: Taxonomy
  private let shipped: String

  init() throws {
    func content(_ name: String) throws -> Data {
      try Data(contentsOf: Self.data.appendingPathComponent(name))
    }
    taxonomy = try Taxonomy(json: content("practice-taxonomy.json"))
    terms = FacetTerms(taxonomy: taxonomy, languages: try LanguageNames(json: content("languages.json")))
    shipped = String(decoding: try content("questionnaire.yaml"), as: UTF8.self)
  }

  private func told(_ text: String) -> [String] {
    do {
      _ = try QuestionnaireFile.read(text, terms: terms)
      return []
    } catch { return error.mistakes.map(\.told) }
  }

  @Test func `the one that ships asks each question once, and knows every area, age and state`() throws {
    let questionnaire = try QuestionnaireFile.read(shipped, terms: terms)
    #expect(questionnaire.questions.map(\.step) == EnquiryStep.allCases)
    func meant(_ field: EnquiryField, _ facet: Facet) -> Set<String> {
      questionnaire.choices(of: field).reduce(into: []) { $0.formUnion($1.means[facet] ?? []) }
    }
    #expect(meant(.concerns, .area) == Set(taxonomy.areas.terms.map(\.slug)))
    #expect(meant(.age, .age) == Set(taxonomy.ageGroups.terms.map(\.slug)))
    #expect(Set(questionnaire.choices(of: .state).map(\.answer)) == Locality.states)
    #expect(meant(.gender, .gender) == Set(taxonomy.genders.terms.map(\.slug)))
    #expect(questionnaire.choices(of: .paying).filter(\.dependsOnState).count == 3)
  }

  /// Words that say little, and none that only a professional uses.
  @Test func `the one that ships is plain: short questions, short choices`() throws {
    for question in try QuestionnaireFile.read(shipped, terms: terms).questions {
      #expect(question.ask.split(separator: " ").count <= 8, "\(question.ask)")
      for field in question.fields {
        for choice in field.choices {
          #expect(choice.words.split(separator: " ").count <= 8, "\(choice.words)")
        }
      }
    }
  }

  /// What stands in the shipped file, what is written in its place, and what is told.
  @Test(
    arguments: [
      (
        "ask: Where are you?", "askk: Where are you?",
        [
          "askk: is no key here; did you mean ask?", "ask: is required: a line of at most 120 characters",
        ]
      ),
      (
        "step: place", "step: plaice",
        [
          "step: must be one of meeting, place, whom, age, filled-by, concerns, paying, state, preferences",
          "step: state must come after place",
        ]
      ),
      (
        "step: place", "step: whom",
        [
          "step: state must come after place", "step: whom stands in the file twice",
          "step: whom stands in the file twice",
        ]
      ),
      (
        "words: By phone, mode: phone", "words: By phone, mode: fone",
        ["mode: “fone” is no kind of session that a listing can have"]
      ),
      ("words: By phone, mode: phone", "words: By phone", ["mode: is required: what a listing must say"]),
      ("words: By phone, mode: phone", "words: By phone, mode: phone, area: ptsd", ["area: is no key here"]),
      (
        "answer: phone, words: By phone", "answer: video, words: By phone",
        ["answer: video stands among the choices twice"]
      ),
      (
        "answer: phone, words: By phone", "answer: By phone, words: By phone",
        ["answer: must be lower-case letters, digits and hyphens"]
      ),
      (
        "answer: younger", "answer: young",
        ["choices: must have the answers guardian, young-person, younger, other, and no other"]
      ),
      ("answer: WA", "answer: WAX", ["answer: must be one of ACT, NSW, NT, QLD, SA, TAS, VIC, WA"]),
      ("by-state: true", "by-state: perhaps", ["by-state: must be true or false"]),
      (
        "wait: 2-weeks", "wait: closed",
        ["wait: must be one of now, 2-weeks, 1-month, 3-months, 6-months, over-6-months"]
      ),
      (
        "  gender:\n    ask: Would you rather see\n", "  gendre:\n    ask: Would you rather see\n",
        ["gendre: is no key here; did you mean gender?", "gender: is required: a section with the key ask"]
      ),
      ("hint: Choose up to six.", "hint: [a, b]", ["hint: must be a line of at most 300 characters"]),
    ] as [(String, String, [String])])
  func `a mistake is told where it stands`(written: String, instead: String, expected: [String]) throws {
    let range = try #require(shipped.range(of: written))
    let told = told(shipped.replacingCharacters(in: range, with: instead))
    #expect(told.count == expected.count, "\(told)")
    for sentence in expected {
      #expect(told.contains { $0.contains(sentence) }, "\(sentence) is not in \(told)")
    }
    for line in told {
      #expect(line.prefix { $0 != ":" }.allSatisfy(\.isNumber) && line.first != ":", "\(line)")
    }
  }

  @Test(arguments: [
    ("", ":::must be a list of questions, each with a step and what it asks"),
    ("step: place", "1:1::must be a list of questions, each with a step and what it asks"),
    ("- x", "1:3::a question has the keys step and ask"),
    (
      "- {step: meeting, ask: How?}",
      "1:3:choices:is required: a list of 1 to 40 choices, each with an answer and its words"
    ),
    (
      "- {step: meeting, ask: How?, choices: [{answer: a, words: b, mode: phone}]}",
      ":::lacks the question place, whom, age, filled-by, concerns, paying, state, preferences"
    ),
    (
      "- {step: place, ask: Where?}",
      "1:10:step:place must come after meeting, which decides whether it is asked"
    ),
    (
      "- &a {step: place}\n- *a", "1:3::an anchor (&) is not for this file: write the value where it is meant"
    ),
  ])
  func `what is no questionnaire is told`(text: String, expected: String) {
    #expect(
      told(text).map { $0.replacing(": ", with: ":") }.contains(expected.replacing(": ", with: ":")),
      "\(told(text))")
  }

  @Test func `another order is taken as long as nothing is asked before what decides it`() throws {
    let parts = shipped.components(separatedBy: "\n- step: ")
    var questions = Array(parts.dropFirst())
    let concerns = try #require(questions.firstIndex { $0.hasPrefix("concerns") })
    questions.insert(questions.remove(at: concerns), at: 0)
    let text = questions.map { "- step: " + $0 }.joined(separator: "\n")
    #expect(try QuestionnaireFile.read(text, terms: terms).questions.first?.step == .concerns)
  }
}

@Suite struct `The file of the matching` {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data")

  @Test func `the one that ships has the program's own numbers`() throws {
    let text = try String(contentsOf: Self.data.appendingPathComponent("matching.yaml"), encoding: .utf8)
    #expect(try MatchingRulesFile.read(text) == MatchingRules())
  }

  @Test(arguments: [
    ("concerns: 40", "concerns: -1", "concerns: must be a whole number from 0 to 1000"),
    ("  gender: 10\n", "", "gender: is required: a whole number from 0 to 1000"),
    ("within: 30", "within: 5", "within: must be more than near"),
    ("farther: 150", "farther: 30", "farther: must be more than within"),
    ("shown: 6", "shown: six", "shown: must be a whole number from 1 to 30"),
    ("lately: 28", "latly: 28", "latly: is no key here; did you mean lately?"),
    ("points:", "point:", "points: is required: a section with concerns, approaches"),
  ])
  func `a mistake is told where it stands`(written: String, instead: String, expected: String) throws {
    let text = try String(contentsOf: Self.data.appendingPathComponent("matching.yaml"), encoding: .utf8)
    let range = try #require(text.range(of: written))
    do {
      _ = try MatchingRulesFile.read(text.replacingCharacters(in: range, with: instead))
      Issue.record("was taken")
    } catch {
      let told = error.mistakes.map(\.told)
      #expect(told.contains { $0.contains(expected) && $0.first?.isNumber == true }, "\(told)")
    }
  }

  @Test(arguments: ["", "- 1", "points"])
  func `what has no keys is told`(text: String) {
    #expect(throws: WrittenYAML.Mistakes.self) { try MatchingRulesFile.read(text) }
  }
}

extension WrittenYAML.Mistake {
  /// `12:3:key: what to do`
  fileprivate var told: String {
    [line.map(String.init) ?? "", column.map(String.init) ?? "", key].joined(separator: ":") + ": " + message
  }
}
