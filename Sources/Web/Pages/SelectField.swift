/// One of many, with its label. Its id is its name.
struct SelectField: Component {
  let name: String
  let label: String
  let options: [(value: String, label: String)]
  let chosen: String

  @HTMLBuilder var body: some HTML {
    div(.class("field")) {
      Tag("label", [.for(name)]) { label }
      select(.id(name), .name(name)) {
        options.map { one in option(.value(one.value), .selected(one.value == chosen)) { one.label } }
      }
    }
  }
}
