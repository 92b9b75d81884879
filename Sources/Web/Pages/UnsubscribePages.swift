/// What the unsubscribe link of an email opens: fewer of a stream, before none. Scanners open it too, so only the buttons do
/// anything.
struct UnsubscribePage: Page {
  /// What it is about: "the monthly waiting-period emails".
  let stream: String
  /// Less often than now.
  let fewer: [StreamFrequency]
  /// `/u/{token}`
  let path: LinkTarget

  var title: String { fewer.isEmpty ? "Stop \(stream)?" : "Fewer of \(stream), or none?" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "You stay a member, and your listing stays as it is. It takes effect at once, and you can undo it." }
    form(.class("stack"), .method(.post), .action(path)) {
      // The button itself says it: a script that submits what a form carries by itself changes nothing.
      fewer.map { press($0.value, $0.label, isPlain: false) }
      press("stop", "Stop sending them", isPlain: !fewer.isEmpty)
    }
  }

  private func press(_ value: String, _ label: String, isPlain: Bool) -> some HTML {
    button(
      .class(isPlain ? "button large plain" : "button large"), .type("submit"), .name("choice"), .value(value)
    ) { label }
  }
}

/// The stream has stopped.
struct UnsubscribedPage: Page {
  let stream: String
  let path: LinkTarget

  var title: String { "Done: we no longer send you \(stream)" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "One that is leaving us at this very moment may still arrive; none after it." }
    form(.method(.post), .action(path)) {
      button(.class("button plain"), .type("submit"), .name("choice"), .value("resume")) {
        "Undo: keep sending them"
      }
    }
  }
}

/// The stream comes as often as was chosen.
struct FrequencyPage: Page {
  let stream: String
  let now: StreamFrequency
  /// Nil when it was so before.
  let before: StreamFrequency?
  let path: LinkTarget

  var title: String { "Done: \(now.words) at the most" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "That is how often we send you \(stream) from now on." }
    form(.class("inline"), .method(.post), .action(path)) {
      if let before { press(before.value, "Undo: \(before.words)") }
      press("stop", "Stop sending them")
    }
  }

  private func press(_ value: String, _ label: String) -> some HTML {
    button(.class("button plain"), .type("submit"), .name("choice"), .value(value)) { label }
  }
}

/// The stream flows again.
struct ResumedPage: Page {
  let stream: String

  var title: String { "We keep sending you \(stream)" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "They come as often as before. Every email has a link to stop them." }
  }
}
