import Domain

/// Where a member asks for another address.
struct AddressPage: Page {
  /// How they show that it is them.
  enum Proof: Sendable { case password, session, signInAgain }

  /// The address that they have.
  let present: String
  let proof: Proof
  let formToken: String
  /// Whether a link is on its way.
  var isSent = false
  /// What was typed before.
  var typed = ""
  var problems = Problems()

  var title: String { problems.title("Email address") }

  @HTMLBuilder var body: some HTML {
    h1 { "Email address" }
    ProblemSummary(problems)
    if isSent { sent }
    p { "Our emails and sign-in links go to \(present)." }
    switch proof {
    case .password, .session: fields
    case .signInAgain:
      p { "To change it, sign in once more: that shows that it is you." }
      p { a(.class("button plain"), .href("/sign-in?next=/profile/address")) { "Sign in once more" } }
    }
  }

  private var sent: some HTML {
    p(.class("notice"), .role("status")) {
      "A link is on its way to the new address. It works once, for an hour; until you follow it, everything stays as it is. "
      "Nothing there after a few minutes? Look among the junk mail, or ask for another."
    }
  }

  private var fields: some HTML {
    form(.class("stack"), .method(.post), .action(LinkTarget(AddressRoutes.path))) {
      FormToken(formToken)
      TextField(
        name: "email", label: "New address",
        hint:
          "We email it a link. Nothing changes before you have followed that; then we tell the old address.",
        value: typed, kind: .email, autocomplete: "email", maxlength: 254, problem: problems["email"])
      if case .password = proof {
        TextField(
          name: "password", label: "Password that you have now", kind: .password,
          autocomplete: "current-password", maxlength: PasswordRule.most, problem: problems["password"])
      }
      button(.class("button"), .type("submit")) { "Email a link to it" }
    }
  }
}
