import Domain

/// Where whoever joins writes their name.
struct NewNameField: Component {
  let value: String
  let problem: String?

  var body: some HTML {
    TextField(
      name: "name", label: "Your name, with title if you use one",
      hint: "As colleagues know you: “Dr Amelia Gunn”.", value: value, autocomplete: "name",
      maxlength: MemberName.most, problem: problem)
  }
}
