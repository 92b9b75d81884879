import Foundation

@testable import Domain

/// A questionnaire like the one that ships, in fewer words, and enquiries and listings by chance.
struct EnquirySample {
  let reference: ReferenceData
  var chance: SeededGenerator

  init(seed: Int = 1) throws {
    let all = try RepositoryData.all.get()
    reference = ReferenceData(
      taxonomy: all.taxonomy, languages: all.languages, localities: all.localities,
      commonPasswords: all.commonPasswords, questionnaire: Self.questionnaire)
    chance = SeededGenerator(seed: UInt64(seed))
  }

  var form: EnquiryForm { EnquiryForm(reference: reference) }

  static let questionnaire = Questionnaire([
    one(
      .meeting,
      [
        choice("in-person", [.mode: ["in-person", "home-visit"]]),
        choice("video", [.mode: ["video-telehealth"]]),
        choice("any", [.mode: ["in-person", "home-visit", "video-telehealth", "phone"]]),
      ]),
    Questionnaire.Question(step: .place, ask: "Where?", fields: [.init(name: .place, ask: "Where?")]),
    one(.whom, [choice("self", [.client: ["individual"]]), choice("couple", [.client: ["couple"]])]),
    one(.age, ["infant", "child", "adolescent", "young-adult", "adult"].map { choice($0, [.age: [$0]]) }),
    one(.filledBy, FilledBy.allCases.map { choice($0.rawValue) }),
    Questionnaire.Question(
      step: .concerns, ask: "What?",
      fields: [
        .init(
          name: .concerns, ask: "What?",
          choices: [
            worry, choice("loss", [.area: ["grief-loss"]]),
            choice("eating", [.area: ["eating-disorders", "arfid"]]),
            choice("sleep", [.area: ["insomnia-sleep"]]),
            choice("anger", [.area: ["anger"]]), choice("gambling", [.area: ["gambling"]]),
            choice("parenting", [.area: ["parenting"]]),
          ]), .init(name: .words, ask: "Words?"),
      ]),
    one(
      .paying,
      [
        choice("medicare", [.funding: ["medicare-better-access"]]),
        choice("private", [.funding: ["private"]]),
        Questionnaire.Choice(
          answer: "work-injury", words: "Work", means: [.funding: ["workers-comp"]], dependsOnState: true),
        choice("any"),
      ]),
    one(.state, Locality.states.sorted().map { choice($0) }),
    Questionnaire.Question(
      step: .preferences, ask: "Wishes?",
      fields: [
        .init(
          name: .soon, ask: "Soon?",
          choices: [
            Questionnaire.Choice(answer: "soon", words: "Soon", longestWait: .twoWeeks), choice("any"),
          ]),
        .init(name: .gender, ask: "Who?", choices: [choice("female", [.gender: ["female"]]), choice("any")]),
        .init(name: .language, ask: "Language?"),
      ]),
  ])

  private static let worry = Questionnaire.Choice(
    answer: "worry", words: "Worry", alsoCalled: ["worried", "on edge"],
    means: [.area: ["anxiety", "phobias"]])

  private static func choice(_ answer: String, _ means: [Facet: Set<String>] = [:]) -> Questionnaire.Choice {
    Questionnaire.Choice(answer: answer, words: answer.capitalized, means: means)
  }

  private static func one(_ step: EnquiryStep, _ choices: [Questionnaire.Choice]) -> Questionnaire.Question {
    Questionnaire.Question(
      step: step, ask: "\(step)?", fields: [.init(name: step.fields[0], ask: "\(step)?", choices: choices)])
  }

  /// Answers that were given, all questions that are asked among them being done.
  func enquiry(_ answers: [EnquiryField: [String]]) -> Enquiry {
    var enquiry = Enquiry()
    for step in EnquiryStep.allCases where form.asks(step, enquiry) {
      let given = Dictionary(uniqueKeysWithValues: step.fields.map { ($0, answers[$0] ?? []) })
      enquiry = form.save(given, of: step, by: .next, in: enquiry).enquiry
    }
    return enquiry
  }

  /// An adult in Corinda who would meet in person, about worry.
  static let plain: [EnquiryField: [String]] = [
    .meeting: ["in-person"], .place: ["Corinda QLD 4075"], .whom: ["self"], .age: ["adult"],
    .concerns: ["worry"], .paying: ["any"],
  ]

  mutating func randomEnquiry() -> Enquiry {
    var answers: [EnquiryField: [String]] = [:]
    for field in EnquiryField.allCases where !field.isText && field != .language {
      let choices = Self.questionnaire.choices(of: field).map(\.answer)
      answers[field] = (0..<(field.takesSeveral ? pick([1, 2, 3]) : 1)).map { _ in pick(choices) }
    }
    answers[.place] = [pick(["Corinda QLD 4075", "Fitzroy North VIC 3068", "4068"])]
    answers[.words] = [pick(["", "emdr please", "on edge since the miscarriage"])]
    answers[.language] = [pick(["", "ar", "auslan"])]
    return enquiry(answers)
  }

  /// Somebody whom most enquiries near Corinda find, and who differs in much.
  mutating func listing(_ number: Int) throws -> Listing {
    var profile = Profile(profession: "psychologist", registrationNumber: "PSY0000000001")
    profile.areas = some(["anxiety", "phobias", "grief-loss", "arfid", "insomnia-sleep", "anger", "gambling"])
    profile.modalities = some(["emdr", "cbt"])
    profile.ageGroups = some(["infant", "child", "adolescent", "young-adult", "adult"])
    profile.clientTypes = some(["individual", "couple"])
    profile.sessionModes = some(["in-person", "video-telehealth", "phone", "home-visit"])
    profile.funding = some(["medicare-better-access", "private", "workers-comp"])
    profile.languages = some(["en", "ar", "auslan"])
    profile.gender = pick([nil, "female", "male"])
    let near = some(["Corinda QLD 4075", "Indooroopilly QLD 4068", "Fitzroy North VIC 3068"])
    let labels = odds(3) ? ["Toowoomba City QLD 4350"] : near
    profile.locations = labels.compactMap { PracticeLocation(label: $0) }
    var practitioner = try Sample.practitioner(number, standing: odds(12) ? .suspended : .active)
    practitioner.awayUntil = odds(10) ? Sample.now + pick([-1, 1]) * Sample.day : nil
    if odds(12) { practitioner.publishedAt = nil }
    let verified = ListingFacts.Verification(number: odds(8) ? "other" : "PSY0000000001", at: Sample.now)
    return Listing(
      of: practitioner, profile: profile, wait: Sample.randomWait(using: &chance),
      facts: ListingFacts(isOpenToSeekers: !odds(8), verification: odds(8) ? nil : verified))
  }

  /// Each with odds of two in three.
  private mutating func some(_ values: [String]) -> [String] {
    var chosen: [String] = []
    for value in values where !odds(3) { chosen.append(value) }
    return chosen
  }

  mutating func odds(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &chance) == 0 }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &chance)]
  }

  func index(_ listings: [Listing]) -> SearchIndex {
    SearchIndex(Directory(listings), reference: reference, now: Sample.now, zone: Sample.sydney)
  }

  func matching(_ enquiry: Enquiry, in index: SearchIndex, _ rules: MatchingRules = MatchingRules())
    -> Matching
  {
    Matching(index, needs: form.needs(of: enquiry, rules), rules: rules, now: Sample.now)
  }
}
