@testable import Web

/// The pages of somebody who looks for help.
enum SampleEnquiries {
  private static let layout = SamplePages.layout

  static var all: [(name: String, document: [UInt8])] {
    [
      ("find", layout.render(FindPage(hours: 24))),
      ("find-cleared", layout.render(FindPage(hours: 24, news: .cleared))),
      ("find-gone", layout.render(FindPage(hours: 24, goesOn: "/find/age", news: .gone))),
      ("find-meeting", layout.render(step(.meeting))), ("find-place", layout.render(step(.place))),
      ("find-place-error", layout.render(step(.place, problem: "Choose which “Richmond” you mean"))),
      ("find-concerns", layout.render(step(.concerns))),
      ("find-concerns-error", layout.render(step(.concerns, problem: "Choose one or more"))),
      ("find-preferences", layout.render(step(.preferences))), ("matches", layout.render(matches())),
      ("matches-few", layout.render(few)), ("matches-none", layout.render(none)),
    ]
  }

  private enum Step { case meeting, place, concerns, preferences }

  private static func step(_ step: Step, problem: String? = nil) -> FindStepPage {
    let (ask, hint, items, field): (String, String, [FindItem], String) =
      switch step {
      case .meeting:
        (
          "How would you like to meet?", "", [.answers(answers(["In person", "By video"], isOne: true))],
          "answer"
        )
      case .place:
        (
          "Where are you?", "A suburb, a town or a postcode is enough.",
          [
            .place(
              SeekerPlace(
                typed: "Richmond", found: problem == nil ? [] : ["Richmond VIC 3121"], problem: problem))
          ],
          SeekerPlace.field
        )
      case .concerns:
        (
          "What is it about?", "Choose up to six.",
          [
            .answers(answers(["Worry", "Sleep", "Who I am"], isOne: false, problem: problem)),
            .words(
              TextArea(name: "words", label: "In your own words (optional)", hint: "Few.", maxlength: 200)),
          ], "answer"
        )
      case .preferences:
        (
          "Anything you would prefer?", "",
          [
            .choices(
              Choices(name: "soon", legend: "How soon?", choices: choices(["Now", "Later"]), isOne: true)),
            .picker(Picker(id: "language", label: "In which language?", options: choices(["Arabic"]))),
          ], "soon"
        )
      }
    return FindStepPage(
      progress: FindProgress(number: 2, count: 7), ask: ask, hint: hint, path: "/find/step", items: items,
      problems: problem.map { Problems($0, about: field) } ?? Problems(),
      script: step == .place ? .placesScript : nil)
  }

  private static func answers(_ labels: [String], isOne: Bool, problem: String? = nil) -> Answers {
    Answers(name: "answer", choices: choices(labels), isOne: isOne, problem: problem)
  }

  private static func choices(_ labels: [String]) -> [Choices.Choice] {
    labels.enumerated().map { .init(value: "a\($0.offset)", label: $0.element, isChosen: $0.offset == 1) }
  }

  static func row(_ name: String) -> MatchRow.Row {
    MatchRow.Row(
      name: name, pronouns: "she/her", profession: "Clinical psychologist", portrait: .letters("MH", .moss),
      reasons: ["Sees teenagers", "Anxiety", "EMDR", "4 km", "In person", "Speaks Arabic"],
      wait: WaitBand(.oneMonth), confirmed: "Confirmed on Tuesday", fee: "$250, concession $180",
      contact: name.hasPrefix("Dr")
        ? .times("/bookings/new?practitioner=a") : .request("/requests/new?practitioner=b"))
  }

  private static func matches() -> MatchesPage {
    MatchesPage(
      rows: [row("Dr Mei-Lin Huang"), row("Zoë O’Connor")], total: 14, more: "/find/matches?pages=2",
      ways: [],
      answers: [
        .init(ask: "How would you like to meet?", words: "In person", path: "/find/meeting"),
        .init(ask: "Where are you?", words: "Corinda QLD 4075", path: "/find/place"),
      ], booking: .askAnAdult)
  }

  private static var few: MatchesPage {
    MatchesPage(
      rows: [row("Dr Mei-Lin Huang")], total: 1, more: nil, ways: ways, answers: [], booking: .guardianBooks)
  }

  private static var none: MatchesPage {
    MatchesPage(rows: [], total: 0, more: nil, ways: ways, answers: [])
  }

  private static let ways: [MatchesPage.Way] = [
    .init(waiver: "meeting", label: "Meet in any way", total: "14 people"),
    .init(waiver: "distance", label: "Go farther, up to 150 km", total: "1 person"),
  ]
}
