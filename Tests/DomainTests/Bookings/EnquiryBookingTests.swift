import Foundation
import Testing

@testable import Domain

@Suite struct `What was answered before a booking` {
  private static func question(
    _ step: EnquiryStep, _ field: EnquiryField, _ ask: String, _ words: [String: String]
  )
    -> Questionnaire.Question
  {
    let choices = words.sorted { $0.key < $1.key }.map { answer, words in
      Questionnaire.Choice(
        answer: answer, words: words, means: step == .age ? [.age: [answer]] : [:])
    }
    return Questionnaire.Question(
      step: step, ask: ask, fields: [.init(name: field, ask: "", choices: choices)])
  }

  private static let questionnaire = Questionnaire([
    question(.whom, .whom, "Who is it for?", ["self": "Me", "child": "A child or teenager"]),
    question(.age, .age, "How old?", ["adult": "26 to 64", "adolescent": "13 to 17", "child": "5 to 12"]),
    question(
      .filledBy, .filledBy, "Who is answering?",
      [
        "guardian": "A parent", "young-person": "I am 16", "younger": "I am under 16",
        "other": "Someone else",
      ]),
    question(.concerns, .concerns, "What is it about?", ["low-mood": "Feeling low", "loss": "A loss"]),
  ])

  private func form() throws -> EnquiryForm {
    EnquiryForm(
      reference: ReferenceData(
        taxonomy: try RepositoryData.taxonomy(), languages: try RepositoryData.languages(),
        localities: try RepositoryData.localities(), commonPasswords: try RepositoryData.commonPasswords(),
        questionnaire: Self.questionnaire))
  }

  private func enquiry(_ answers: [(EnquiryStep, EnquiryField, [String])]) -> Enquiry {
    answers.reduce(into: Enquiry()) {
      $0[$1.1] = $1.2
      $0.finish($1.0)
    }
  }

  private static let cases: [(age: String, filledBy: String?, allowed: [Seeker.Standing])] = [
    ("adult", nil, Seeker.Standing.allCases), ("adult", "younger", Seeker.Standing.allCases),
    ("adolescent", "guardian", [.guardian]), ("adolescent", "young-person", [.youngPerson, .guardian]),
    ("adolescent", "younger", [.guardian]), ("adolescent", "other", [.guardian]),
    ("adolescent", nil, [.guardian]),
    ("child", "guardian", [.guardian]),
  ]

  @Test(arguments: cases.indices) func `says who may book`(index: Int) throws {
    let (age, filledBy, allowed) = Self.cases[index]
    let answers =
      [(EnquiryStep.age, EnquiryField.age, [age])] + (filledBy.map { [(.filledBy, .filledBy, [$0])] } ?? [])
    let found = try form().standings(after: enquiry(answers))
    #expect(found == allowed)
    #expect(try form().standings(after: nil) == Seeker.Standing.allCases)
  }

  @Test func `is told in the words of the questions, and only what was asked`() throws {
    let answers: [(EnquiryStep, EnquiryField, [String])] = [
      (.whom, .whom, ["self"]), (.age, .age, ["adult"]), (.filledBy, .filledBy, ["other"]),
      (.concerns, .concerns, ["low-mood", "loss", "gone"]),
    ]
    let told = try form().told(enquiry(answers))
    #expect(told == ["Who is it for? Me", "How old? 26 to 64", "What is it about? A loss, Feeling low"])
    #expect(try form().told(nil) == [])
  }
}
