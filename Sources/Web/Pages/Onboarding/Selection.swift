/// One of a list, folded away until it is wanted.
struct Selection: Component {
  let name: String
  let label: String
  var hint: String?
  let choices: [Choices.Choice]
  var problem: String?

  var body: some HTML {
    div(.class("field")) {
      Tag("label", [.for(name)]) { label }
      if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
      if let problem { p(.class("wrong small"), .id("\(name)-problem")) { problem } }
      select(
        .id(name), .name(name), .when(problem != nil, .ariaInvalid()),
        .described(name, hint: hint, problem: problem)
      ) {
        option(.value("")) { "Choose one" }
        for choice in choices {
          option(.value(choice.value), .selected(choice.isChosen)) { choice.label }
        }
      }
    }
  }
}
