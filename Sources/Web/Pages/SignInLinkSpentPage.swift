/// Used, expired, replaced or never ours: the same words for all, so that a link gives nothing away.
struct SignInLinkSpentPage: Page {
  var title: String { "This sign-in link has been used or has expired" }

  @HTMLBuilder var body: some HTML {
    h1 { "This sign-in link has been used or has expired" }
    p(.class("quiet")) { "A link works once, for 15 minutes, and a newer one replaces it." }
    p { a(.class("button"), .href("/sign-in")) { "Ask for a new link" } }
  }
}
