/// The values of one facet, each with how many it would leave.
struct FacetChoices: Component {
  /// One of them.
  struct Choice: Sendable {
    let value: String
    let label: String
    let count: Int
    let isChosen: Bool
  }

  let name: String
  let heading: String
  /// Those that would leave somebody, and those that are chosen.
  let choices: [Choice]

  /// How many are chosen.
  var chosen: Int { choices.count { $0.isChosen } }

  var body: some HTML {
    details(.id("fold-\(name)"), .class("fold live"), .open(chosen > 0)) {
      summary {
        span { heading }
        if chosen > 0 { span(.class("quiet small")) { " \(chosen) chosen" } }
      }
      div(.class("choices"), .role("group"), .ariaLabel(heading)) {
        choices.map(checkbox)
        if choices.isEmpty { p(.class("quiet small")) { "Nothing to choose here." } }
      }
    }
  }

  private func checkbox(_ choice: Choice) -> some HTML {
    label(.class("choice"), .for("\(name)-\(choice.value)")) {
      input(
        .id("\(name)-\(choice.value)"), .type(.checkbox), .name(name), .value(choice.value),
        .checked(choice.isChosen))
      span { choice.label }
      span(.class("quiet small count")) { choice.count }
    }
  }
}
