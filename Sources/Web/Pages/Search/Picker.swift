/// One of a few, folded away until it is wanted.
struct Picker: Component {
  /// Also its name.
  let id: String
  let label: String
  let options: [Choices.Choice]

  var body: some HTML {
    div(.class("field")) {
      Tag("label", [.for(id)]) { label }
      select(.id(id), .class("live"), .name(id)) {
        for one in options { option(.value(one.value), .selected(one.isChosen)) { one.label } }
      }
    }
  }
}
