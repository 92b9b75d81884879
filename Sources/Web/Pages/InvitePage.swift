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
  /// Which ways to sign in the form may choose.
  let ways: Ways
  /// What was typed, when the form came back. Never the password.
  var name = ""
  var problems = Problems()

  /// How the new member will sign in.
  enum Ways: Sendable { case password, emailedLinks, both }

  var title: String { problems.title("\(inviter) invites you") }

  @HTMLBuilder var body: some HTML {
    h1 { "\(inviter) invites you" }
    ProblemSummary(problems)
    if problems.isEmpty { welcome }
    form(.class("stack"), .method(.post), .action(path)) {
      TextField(
        name: "name", label: "Your name, with title if you use one",
        hint: "As colleagues know you: “Dr Amelia Gunn”.", value: name, autocomplete: "name", maxlength: 100,
        problem: problems["name"])
      p { "Your account opens under \(address), where this invitation went." }
      if ways != .emailedLinks { password }
      button(.class("button"), .type("submit")) { "Join \(siteName)" }
    }
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

  private var password: some HTML {
    TextField(
      name: "password", label: ways == .both ? "A password (optional)" : "A password",
      hint: "At least 12 characters; a few words will do."
        + (ways == .both ? " Leave it empty to sign in by links that we email you." : ""),
      kind: .password, autocomplete: "new-password", isRequired: ways == .password,
      problem: problems["password"])
  }
}
