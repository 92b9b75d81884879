/// A file to choose, with its label, a hint, and what was wrong with it. Its id is its name.
struct FileField: Component {
  let name: String
  let label: String
  let hint: String
  /// Media types that a browser offers.
  let accept: StaticString
  var isRequired = true
  var problem: String?

  var body: some HTML {
    div(.class("field")) {
      Tag("label", [.for(name)]) { label }
      p(.class("hint"), .id("\(name)-hint")) { hint }
      if let problem { p(.class("wrong small"), .id("\(name)-problem")) { problem } }
      input(
        .id(name), .name(name), .type(.file), .accept(accept), .required(isRequired),
        .when(problem != nil, .ariaInvalid()),
        .ariaDescribedBy(problem == nil ? "\(name)-hint" : "\(name)-hint \(name)-problem"))
    }
  }
}
