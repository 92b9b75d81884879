/// What the unsubscribe link of an email opens. Scanners open it too, so only the button stops anything.
struct UnsubscribePage: Page {
  /// What would stop: "the monthly waiting-period email".
  let stream: String
  /// `/u/{token}`
  let path: LinkTarget

  var title: String { "Stop \(stream)?" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "You stay a member, and your listing stays as it is." }
    form(.method(.post), .action(path)) {
      // The button itself says it: a script that submits what a form carries by itself stops nothing.
      button(.class("button large"), .type("submit"), .name("choice"), .value("stop")) { "Stop sending it" }
    }
  }
}

/// The stream has stopped.
struct UnsubscribedPage: Page {
  let stream: String
  let path: LinkTarget

  var title: String { "Done: we no longer send you \(stream)" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "It can take a minute for one that is on its way already." }
    form(.method(.post), .action(path)) {
      button(.class("button plain"), .type("submit"), .name("choice"), .value("resume")) {
        "Undo: keep sending it"
      }
    }
  }
}

/// The stream flows again.
struct ResumedPage: Page {
  let stream: String

  var title: String { "We keep sending you \(stream)" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "Nothing has changed. Every email has a link to stop it." }
  }
}
