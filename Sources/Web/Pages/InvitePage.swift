import Domain

/// What the link of an invitation opens. Mail scanners open it too: only the form, filled in by a person, opens an account.
struct InvitePage: Page {
  let siteName: String
  /// "Dr Amelia Gunn", or the operator's name.
  let inviter: String
  /// In the inviter's words; may be empty.
  let note: String
  /// Where the invitation went: the account opens under it.
  let address: String
  /// `/invite/{secret}`
  let path: LinkTarget
  /// The ways to sign in that the new member may choose of.
  let ways: SignInWays
  /// Joins through the provider; nil where there is none.
  var provider: ProviderButton?
  /// What was typed, when the form came back. Never the password.
  var name = ""
  var problems = Problems()

  var title: String { problems.title("\(inviter) invites you") }

  @HTMLBuilder var body: some HTML {
    h1 { "\(inviter) invites you" }
    ProblemSummary(problems)
    if problems.isEmpty { welcome }
    p { "Your account opens under \(address), where this invitation went." }
    if ways.isAny { own }
    if let provider { provider }
    p(.class("quiet small")) { "Not for you? Close this page: nothing has happened yet." }
  }

  @HTMLBuilder private var welcome: some HTML {
    if !note.isEmpty { p(.class("quote")) { "“\(note)”" } }
    p {
      "\(siteName) is a private, invite-only network in which Australian mental health practitioners keep each "
      "other up to date about how long a new client waits. Once a month an email asks how long your wait is: "
      "one click, and colleagues see it."
    }
    p {
      "First you open an account here. Then we walk you through your listing, step by step; nobody sees it before "
      "you publish it."
    }
  }

  private var own: some HTML {
    form(.class("stack"), .method(.post), .action(path)) {
      NewNameField(value: name, problem: problems["name"])
      if ways.password { password }
      if ways.emailLink { emailedLinks }
    }
  }

  @HTMLBuilder private var password: some HTML {
    NewPasswordField(label: "A password", isRequired: !ways.emailLink, problem: problems["password"])
    button(.class("button whole"), .type("submit"), .name("choice"), .value("password")) {
      "Join \(siteName)"
    }
  }

  @HTMLBuilder private var emailedLinks: some HTML {
    if ways.password {
      p(.class("quiet small")) { "Or without a password: we email you a link each time you sign in." }
      button(.class("button plain whole"), .type("submit"), .name("choice"), .value("link")) {
        "Join without a password"
      }
    } else {
      p(.class("quiet")) { "There is no password to remember: we email you a link each time you sign in." }
      button(.class("button"), .type("submit"), .name("choice"), .value("link")) { "Join \(siteName)" }
    }
  }
}
