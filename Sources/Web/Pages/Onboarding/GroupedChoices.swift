/// Many checkboxes of one name, folded into groups; those with something chosen are open. The id of the first is the name
/// itself. With scripts on, a field above them shows those alone whose words hold what is typed.
struct GroupedChoices: Component {
  /// Choices under one heading.
  struct Group: Sendable {
    let heading: String
    let choices: [Choices.Choice]

    var chosen: Int { choices.count { $0.isChosen } }
  }

  let name: String
  let legend: String
  var hint: String?
  /// "Show areas with": what the field above them is for.
  let filterLabel: String
  let groups: [Group]
  var problem: String?

  var body: some HTML {
    fieldset(.class("grouped"), .when(problem != nil, .ariaDescribedBy("\(name)-problem"))) {
      Tag("legend") { legend }
      if let hint { p(.class("hint")) { hint } }
      if let problem { p(.class("wrong small"), .id("\(name)-problem")) { problem } }
      filter
      groups.enumerated().map { folded($0.element, isFirst: $0.offset == 0) }
    }
  }

  private var filter: some HTML {
    div(.class("field filter"), .hidden()) {
      label(.for("\(name)-filter")) { filterLabel }
      input(.id("\(name)-filter"), .type(.search), .autocomplete("off"))
      p(.class("quiet small"), .role("status")) {}
    }
  }

  private func folded(_ group: Group, isFirst: Bool) -> some HTML {
    details(.class("fold"), .open(group.chosen > 0 || (isFirst && problem != nil))) {
      summary {
        span { group.heading }
        if group.chosen > 0 { span(.class("quiet small")) { " \(group.chosen) chosen" } }
      }
      div(.class("choices columns"), .role("group"), .ariaLabel(group.heading)) {
        group.choices.enumerated().map {
          checkbox($0.element, id: isFirst && $0.offset == 0 ? name : "\(name)-\($0.element.value)")
        }
      }
    }
  }

  private func checkbox(_ choice: Choices.Choice, id: String) -> some HTML {
    label(.class("choice"), .for(id)) {
      input(
        .id(id), .type(.checkbox), .name(name), .value(choice.value), .checked(choice.isChosen))
      span { choice.label }
    }
  }
}
