/// What a button leads to when the disk did not take what it would have changed. Nothing typed is lost: the page holds the
/// form as it was sent, to be sent again.
struct NotSavedPage: Page {
  /// What was sent, and where to.
  struct Sent: Sendable {
    let path: LinkTarget
    /// In the order of names.
    let fields: [(name: String, value: String)]
  }

  /// Nil when the form cannot be shown again: it holds a password, or is none of ours.
  let sent: Sent?

  var title: String { "That is not saved yet" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "Something is wrong on our side, and nothing was changed. Please try again in a few minutes." }
    if let sent {
      form(.method(.post), .action(sent.path)) {
        for field in sent.fields { HiddenField(name: field.name, value: field.value) }
        button(.class("button large"), .type("submit")) { "Try again" }
      }
      p(.class("quiet small")) { "This page sends the same once more: you can leave it open until then." }
    } else {
      p { "Go back to the page before this one, and press its button once more." }
    }
  }
}
