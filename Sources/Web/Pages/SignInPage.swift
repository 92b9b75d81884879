import Domain

/// Asks who one is: an address, with a password or by a link in an email.
struct SignInPage: Page {
  let ways: SignInWays
  /// What was typed before.
  let email: String
  /// Where one goes on.
  let next: NextPath?
  let problems: Problems
  /// Whom one may sign in through as well: "Google".
  let provider: String?

  init(
    ways: SignInWays = SignInWays(), email: String = "", next: NextPath? = nil,
    problems: Problems = Problems(), provider: String? = nil
  ) {
    self.provider = provider
    self.ways = ways
    self.email = email
    self.next = next
    self.problems = problems
  }

  var title: String { problems.title("Sign in") }

  @HTMLBuilder var body: some HTML {
    h1 { "Sign in" }
    ProblemSummary(problems)
    if ways.isAny { own }
    if ways.password {
      p(.class("small")) { a(.href("/sign-in/forgot")) { "Forgotten your password?" } }
    }
    if let provider { ProviderButton(provider: provider, start: .signIn(next: next)) }
  }

  @HTMLBuilder private var own: some HTML {
    if !ways.password {
      p(.class("quiet")) { "We email you a link that signs you in. There is no password to remember." }
    }
    form(.class("stack"), .method(.post), .action("/sign-in")) {
      if let next { HiddenField(name: "next", value: next.text) }
      TextField(
        name: "email", label: "Your email address", value: email, kind: .email, autocomplete: "username",
        maxlength: 254, problem: problems["email"])
      if ways.password { password }
      if ways.emailLink { emailLink }
    }
  }

  @HTMLBuilder private var password: some HTML {
    TextField(
      name: "password", label: "Password", kind: .password, autocomplete: "current-password",
      maxlength: PasswordRule.most, isRequired: !ways.emailLink, problem: problems["password"])
    button(.class("button whole"), .type("submit"), .name("choice"), .value("password")) { "Sign in" }
  }

  @HTMLBuilder private var emailLink: some HTML {
    if ways.password {
      p(.class("quiet small")) { "Or without a password: we email you a link that signs you in." }
      button(.class("button plain whole"), .type("submit"), .name("choice"), .value("link")) {
        "Email me a link"
      }
    } else {
      button(.class("button"), .type("submit"), .name("choice"), .value("link")) { "Email me a link" }
    }
  }
}
