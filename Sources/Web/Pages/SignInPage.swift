/// Asks for the email address that a sign-in link goes to.
struct SignInPage: Page {
  /// What was typed before, kept when it was not an address.
  let email: String
  /// What is wrong with it: "Enter your email address in full, like name@example.com".
  let problem: String?
  let formToken: String?

  init(email: String = "", problem: String? = nil, formToken: String? = nil) {
    self.email = email
    self.problem = problem
    self.formToken = formToken
  }

  var title: String { problem == nil ? "Sign in" : "Error: Sign in" }

  @HTMLBuilder var body: some HTML {
    h1 { "Sign in" }
    if let problem { FormProblem(sentence: problem, field: "email") }
    p(.class("quiet")) { "We email you a link that signs you in. There is no password to remember." }
    form(.class("stack"), .method(.post), .action("/sign-in")) {
      FormToken(formToken)
      field
      button(.class("button"), .type("submit")) { "Email me a link" }
    }
  }

  private var field: some HTML {
    div(.class("field")) {
      label(.for("email")) { "Your email address" }
      if let problem { p(.class("wrong small"), .id("email-problem")) { problem } }
      input(
        .id("email"), .name("email"), .type(.email), .value(email), .autocomplete("email"),
        .autocapitalize("none"), .spellcheck(false), .maxlength(254), .required(),
        .when(problem != nil, .ariaInvalid()), .when(problem != nil, .ariaDescribedBy("email-problem")))
    }
  }
}
