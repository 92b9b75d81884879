/// Offers all that is held about a member as one file.
struct ExportPage: Page {
  let formToken: String

  var title: String { "Your data" }
  var navigationEntry: NavigationEntry? { .profile }

  @HTMLBuilder var body: some HTML {
    h1 { "Your data" }
    p {
      "One file has all that is held about you: your account, listing and its history, sessions, trail, invitations, "
      "recommendations, and which emails were made for you. Of a password it says when it was set, and of a photo "
      "the name of its file."
    }
    p(.class("quiet")) { "It is JSON, which any text editor opens. Keep it where only you can read it." }
    form(.method(.post), .action("/profile/export")) {
      FormToken(formToken)
      button(.class("button"), .type("submit")) { "Download the file" }
    }
  }
}
