/// A link that opens nothing: used, replaced by a newer one, or never ours. The same words for all, so that a link gives
/// nothing away.
struct InvitationUsedPage: Page {
  var title: String { "This invitation has been used" }

  @HTMLBuilder var body: some HTML {
    h1 { "This invitation has been used, or a newer one replaced it" }
    p { "A link lets one person in, once. If you were sent another one since, use that." }
    p { "If you have joined already, sign in." }
    p { a(.class("button"), .href("/sign-in")) { "Sign in" } }
  }
}

/// A link that would have let somebody in, a while ago.
struct InvitationExpiredPage: Page {
  /// `/invite/{secret}/fresh`
  let freshPath: LinkTarget

  var title: String { "This invitation has expired" }

  @HTMLBuilder var body: some HTML {
    h1 { "This invitation has expired" }
    p { "Its link worked for 14 days. If you still want to join, ask for a fresh one." }
    form(.method(.post), .action(freshPath)) {
      button(.class("button large"), .type("submit")) { "Ask for a fresh link" }
    }
    p(.class("quiet small")) { "It goes to the address that this one went to." }
  }
}

/// A fresh link may be on its way.
struct InvitationFreshPage: Page {
  var title: String { "Check your email" }

  @HTMLBuilder var body: some HTML {
    h1 { "Check your email" }
    p(.class("lead")) { "A fresh link goes to the address that the old one went to, at most once a day." }
    p(.class("quiet")) {
      "Nothing there after a few minutes? Look among the junk mail, or ask whoever invited you."
    }
  }
}

/// Taken back, or its inviter takes no part any more.
struct InvitationRevokedPage: Page {
  var title: String { "This invitation was taken back" }

  @HTMLBuilder var body: some HTML {
    h1 { "This invitation was taken back" }
    p { "Its link lets nobody in any more. If you think that is a mistake, ask whoever invited you." }
  }
}

/// The address that was invited has an account by now.
struct InvitationNotNeededPage: Page {
  var title: String { "You can sign in" }

  @HTMLBuilder var body: some HTML {
    h1 { "There is nothing to accept" }
    p { "The address that this invitation went to has an account. Sign in with it." }
    p { a(.class("button"), .href("/sign-in")) { "Sign in" } }
  }
}

/// A member opened a link that is for somebody new.
struct InvitationSignedInPage: Page {
  /// The member whose browser this is.
  let name: String

  var title: String { "You are a member already" }

  @HTMLBuilder var body: some HTML {
    h1 { "You are a member already" }
    p {
      "This browser is signed in as \(name), and the link is for somebody new: nothing has happened. If it is for "
      "somebody else at this computer, sign out first and open it once more."
    }
    p { a(.class("button plain"), .href("/listings")) { "See the listings" } }
  }
}
