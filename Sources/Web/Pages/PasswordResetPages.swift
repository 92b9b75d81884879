/// Asks where a link to a new password goes.
struct ForgottenPage: Page {
  var email = ""
  var problems = Problems()

  var title: String { problems.title("Choose a new password") }

  @HTMLBuilder var body: some HTML {
    h1 { "Choose a new password" }
    ProblemSummary(problems)
    p(.class("quiet")) { "We email you a link that lets you choose one. Until you do, the old one stays." }
    form(.class("stack"), .method(.post), .action("/sign-in/forgot")) {
      TextField(
        name: "email", label: "Your email address", value: email, kind: .email, autocomplete: "username",
        maxlength: 254, problem: problems["email"])
      button(.class("button"), .type("submit")) { "Email me a link" }
    }
    p(.class("small")) { a(.href("/sign-in")) { "Back to signing in" } }
  }
}

/// Says the same whether or not the address is a member's.
struct ForgottenSentPage: Page {
  var title: String { "Check your email" }

  @HTMLBuilder var body: some HTML {
    h1 { "Check your email" }
    p(.class("lead")) {
      "If that address belongs to a member, a link is on its way. It works once, for an hour."
    }
    p(.class("quiet")) {
      "Nothing there after a few minutes? Look among the junk mail, or "
      a(.href("/sign-in/forgot")) { "ask for another link" }
      "."
    }
  }
}

/// What the emailed link opens: a new password is chosen here.
struct PasswordResetPage: Page {
  /// Whose password it is.
  let who: String
  /// The emailed link's own path.
  let path: LinkTarget
  var problems = Problems()

  var title: String { problems.title("Choose a new password") }

  @HTMLBuilder var body: some HTML {
    h1 { "Choose a new password" }
    ProblemSummary(problems)
    p(.class("quiet")) {
      "For \(who). Every browser that is signed in now is signed out, and we tell you by email."
    }
    form(.class("stack"), .method(.post), .action(path)) {
      NewPasswordField(problem: problems["password"])
      button(.class("button"), .type("submit")) { "Set this password and sign in" }
    }
  }
}

/// Used, expired, replaced or never ours: the same words for all.
struct PasswordResetSpentPage: Page {
  var title: String { "This link has been used or has expired" }

  @HTMLBuilder var body: some HTML {
    h1 { "This link has been used or has expired" }
    p(.class("quiet")) { "A link works once, for an hour, and not after another password was set." }
    p { a(.class("button"), .href("/sign-in/forgot")) { "Ask for a new link" } }
  }
}
