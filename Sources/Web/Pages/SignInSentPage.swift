/// Says the same whether or not the address is a member's.
struct SignInSentPage: Page {
  var title: String { "Check your email" }

  @HTMLBuilder var body: some HTML {
    h1 { "Check your email" }
    p(.class("lead")) {
      "If that address belongs to a member, a link is on its way. It works once, for 15 minutes."
    }
    p(.class("quiet")) {
      "Nothing there after a few minutes? Look among the junk mail, or "
      a(.href("/sign-in")) { "ask for another link" }
      "."
    }
  }
}
