/// Says the same whether or not the address is a member's.
struct SignInSentPage: Page {
  /// Whether a code came back that does not sign in, whatever the reason.
  var isCodeWrong = false

  private var problems: Problems {
    isCodeWrong
      ? Problems(
        "That code does not sign you in. After five wrong ones, or 15 minutes, only the link or another email does.",
        about: "code") : Problems()
  }

  var title: String { problems.title("Check your email") }

  @HTMLBuilder var body: some HTML {
    h1 { "Check your email" }
    ProblemSummary(problems)
    p(.class("lead")) {
      "If that address belongs to a member, a link is on its way. It works once, for 15 minutes."
    }
    form(.class("stack"), .method(.post), .action("/sign-in/code")) {
      TextField(
        name: "code", label: "Or type the code from the email",
        hint: "Six figures, for when you read your email on another device.", autocomplete: "one-time-code",
        maxlength: 12, problem: problems["code"])
      button(.class("button"), .type("submit")) { "Sign in" }
    }
    p(.class("quiet")) {
      "Nothing there after a few minutes? Look among the junk mail, or "
      a(.href("/sign-in")) { "ask for another link" }
      "."
    }
  }
}
