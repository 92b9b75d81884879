/// What the link to a new address opens. Mail scanners open it too: only the button changes anything.
struct AddressConfirmPage: Page {
  /// The member's name.
  let who: String
  /// The new address.
  let address: String
  /// The emailed link's own path.
  let path: LinkTarget

  var title: String { "Use this address?" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p {
      "From now on, emails and sign-in links for \(who) would go to \(address), and no longer to the old address."
    }
    form(.method(.post), .action(path)) {
      button(.class("button large"), .type("submit"), .name("choice"), .value("confirm")) {
        "Use this address"
      }
    }
    p(.class("quiet small")) { "Not for you? Close this page: nothing has happened yet." }
  }
}

/// The address is another.
struct AddressChangedPage: Page {
  /// The one that they have now.
  let address: String

  var title: String { "Your address is changed" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p {
      "From now on our emails and sign-in links go to \(address). Sign-in links that went to the old address no longer work."
    }
    p { a(.class("button"), .href("/profile")) { "Your profile" } }
  }
}

/// Told to whoever reads the mail of the address, and to nobody else.
struct AddressTakenPage: Page {
  let address: String

  var title: String { "Another account has this address" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "\(address) belongs to another account, so nothing was changed." }
    p {
      "If both accounts are yours, sign in to the one with this address, or "
      a(.href("/help")) { "ask us" }
      " to help."
    }
    p { a(.class("button"), .href("/sign-in")) { "Sign in" } }
  }
}

/// Used, expired, ended by another change or never ours: the same words for all.
struct AddressLinkSpentPage: Page {
  var title: String { "This link has been used or has expired" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p(.class("quiet")) { "A link works once, for an hour, and not after another change of address." }
    p { a(.class("button"), .href("/profile/address")) { "Ask for a new link" } }
  }
}
