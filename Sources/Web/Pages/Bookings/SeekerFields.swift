/// Who somebody is that wants a time, and how they are reached: asked only now that it is needed.
struct SeekerFields: Component {
  /// What was typed.
  struct Typed: Sendable {
    var name = ""
    var email = ""
    var phone = ""
    var agrees = false
  }

  let typed: Typed
  let standings: [Choices.Choice]
  let problems: Problems

  @HTMLBuilder var body: some HTML {
    TextField(
      name: "name", label: "Your name", value: typed.name, autocomplete: "name", maxlength: 100,
      problem: problems["name"])
    TextField(
      name: "email", label: "Email", hint: "We send a link there. Nothing happens until you follow it.",
      value: typed.email, kind: .email, autocomplete: "email", maxlength: 254, problem: problems["email"])
    TextField(
      name: "phone", label: "Phone", hint: "In case something comes up on the day.", value: typed.phone,
      autocomplete: "tel", maxlength: 30, problem: problems["phone"])
    Choices(
      name: "standing", legend: "Who is booking?",
      hint:
        "From 16 you may book for yourself. If you are younger, ask a parent or guardian to book for you.",
      choices: standings, isOne: true, problem: problems["standing"])
  }
}

/// The box without which nothing is passed on.
struct Agreement: Component {
  let words: String
  let isGiven: Bool
  let problem: String?

  init(to words: String, isGiven: Bool, problem: String?) {
    self.words = words
    self.isGiven = isGiven
    self.problem = problem
  }

  @HTMLBuilder var body: some HTML {
    if let problem { p(.class("wrong small"), .id("agree-problem")) { problem } }
    label(.class("choice"), .for("agree")) {
      input(
        .id("agree"), .type(.checkbox), .name("agree"), .value("yes"), .checked(isGiven), .required(),
        .when(problem != nil, .ariaDescribedBy("agree-problem")))
      span { words }
    }
  }
}
