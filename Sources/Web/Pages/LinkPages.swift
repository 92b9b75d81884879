/// A waiting-period link that was ours and is too old.
struct LinkExpiredPage: Page {
  /// `/w/{token}/fresh`
  let freshPath: LinkTarget

  var title: String { "This link has expired" }

  @HTMLBuilder var body: some HTML {
    h1 { "This link has expired" }
    p { "The buttons of an email work for 45 days. Your listing has not changed." }
    form(.method(.post), .action(freshPath)) {
      button(.class("button large"), .type("submit")) { "Send me a fresh one" }
    }
    p(.class("quiet small")) { "It goes to the address that the old one went to." }
  }
}

/// A fresh email is in the queue.
struct FreshLinkSentPage: Page {
  var title: String { "A fresh email is on its way" }

  @HTMLBuilder var body: some HTML {
    h1 { "A fresh email is on its way" }
    p { "It goes to the address that the old one went to, and should be there within a few minutes." }
  }
}

/// A link that is not one of ours, whatever is wrong with it.
struct LinkInvalidPage: Page {
  var title: String { "This link does not work" }

  @HTMLBuilder var body: some HTML {
    h1 { "This link does not work" }
    p { "Some mail programs break long links. Try to press the button in the email once more." }
    p {
      "If that does not help, "
      a(.href("/sign-in")) { "sign in" }
      " instead."
    }
  }
}
