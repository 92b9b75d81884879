/// One question to somebody who looks for help.
struct FindStepPage: Page {
  let progress: FindProgress
  let ask: String
  /// Empty for none.
  let hint: String
  let path: LinkTarget
  let items: [FindItem]
  let problems: Problems
  var script: Asset?

  /// The id of the heading, which names the choices as well.
  static let heading = "question"

  var title: String { problems.title("\(progress.words): \(ask)") }

  @HTMLBuilder var body: some HTML {
    CrisisBar()
    progress
    h1(.id(Self.heading)) { ask }
    ProblemSummary(problems)
    if !hint.isEmpty { p(.class("quiet")) { hint } }
    form(.class("stack"), .method(.post), .action(path), .autocomplete("off")) {
      items
      div(.class("buttons whole")) {
        button(.id("find-place-button"), .class("button"), .type("submit"), .name("press"), .value("next")) {
          "Next"
        }
        button(.class("button plain"), .type("submit"), .name("press"), .value("back"), .formNoValidate()) {
          "Back"
        }
      }
    }
    ClearAnswers()
  }
}

/// Takes everything back that was answered: for a browser that others use.
struct ClearAnswers: Component {
  var body: some HTML {
    form(.class("clear"), .method(.post), .action("/find/clear")) {
      button(.class("nav-item quiet small"), .type("submit")) { "Clear my answers" }
    }
  }
}

/// A part of a question's form.
enum FindItem: Component, Sendable {
  /// Choices that the heading asks for.
  case answers(Answers)
  /// Choices with a question of their own.
  case choices(Choices)
  case place(SeekerPlace)
  case words(TextArea)
  case picker(Picker)

  var body: some HTML {
    switch self {
    case .answers(let answers): answers
    case .choices(let choices): choices
    case .place(let place): place
    case .words(let area): area
    case .picker(let picker): picker
    }
  }
}

/// Checkboxes or radio buttons under the page's own heading, one under the other, large enough for a thumb. The id of the first
/// is the name itself.
struct Answers: Component {
  let name: String
  let choices: [Choices.Choice]
  let isOne: Bool
  var problem: String?

  var body: some HTML {
    fieldset(
      .class("choices"), .ariaLabelledBy(FindStepPage.heading),
      .when(problem != nil, .ariaDescribedBy("\(name)-problem"))
    ) {
      if let problem { p(.class("wrong small"), .id("\(name)-problem")) { problem } }
      choices.enumerated().map {
        choice($0.element, id: $0.offset == 0 ? name : "\(name)-\($0.element.value)")
      }
    }
  }

  private func choice(_ choice: Choices.Choice, id: String) -> some HTML {
    label(.class("choice"), .for(id)) {
      input(
        .id(id), .type(isOne ? .radio : .checkbox), .name(name), .value(choice.value),
        .checked(choice.isChosen))
      span { choice.label }
    }
  }
}
