/// A value that a form carries and nobody sees.
struct HiddenField: Component {
  let name: String
  let value: String

  var body: some HTML { input(.type(.hidden), .name(name), .value(value)) }
}

/// What proves that a form came from a page of ours; nothing when the form needs no proof.
struct FormToken: Component {
  let token: String?

  init(_ token: String?) { self.token = token }

  @HTMLBuilder var body: some HTML {
    if let token { HiddenField(name: "form-token", value: token) }
  }
}

/// The sentence at the head of a form that was not understood, leading to the field it is about.
struct FormProblem: Component {
  let sentence: String
  /// The id of the field.
  let field: String

  var body: some HTML {
    div(.class("notice bad"), .role("alert")) {
      p { a(.href("#\(field)")) { sentence } }
    }
  }
}
