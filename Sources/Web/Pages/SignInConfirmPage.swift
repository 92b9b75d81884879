/// What the emailed link opens. Mail scanners open links too, so only the button signs in.
struct SignInConfirmPage: Page {
  /// Who will be signed in: a name, or a masked address.
  let who: String
  /// The emailed link's own path.
  let path: LinkTarget
  let formToken: String?

  init(who: String, path: LinkTarget, formToken: String? = nil) {
    self.who = who
    self.path = path
    self.formToken = formToken
  }

  var title: String { "Sign in" }

  @HTMLBuilder var body: some HTML {
    h1 { "Welcome back" }
    p(.class("quiet")) { "One press, and you are in. This link works once." }
    form(.method(.post), .action(path)) {
      FormToken(formToken)
      button(.class("button large"), .type("submit")) { "Sign in as \(who)" }
    }
    p(.class("quiet small")) { "Not you? Close this page: nothing has happened yet." }
  }
}
