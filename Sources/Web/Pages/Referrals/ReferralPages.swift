/// A referral as its referrer sees it.
struct ReferralPage: Page {
  /// One of those who are asked.
  struct Colleague: Sendable {
    let name: String
    /// Their listing; nil when it cannot be seen.
    let path: LinkTarget?
    /// "Yes, have them call me", "No answer yet"
    let state: String
    /// "Asked 3 days ago", "Answered today"
    let when: String
    let email: String
  }

  /// "Referral of 3 December 2026"
  let heading: String
  /// "Open", "Placed on 4 December 2026"
  let state: String
  let colleagues: [Colleague]
  let need: NeedPanel
  /// `/referrals/{id}/close`; nil once it is closed.
  let closePath: LinkTarget?
  let formToken: String
  /// Whether it has just been made.
  var isNew = false

  var title: String { heading }
  var navigationEntry: NavigationEntry? { .referrals }

  @HTMLBuilder var body: some HTML {
    h1 { heading }
    if isNew {
      p(.class("notice"), .role("status")) { "Your colleagues are asked. You hear of a yes at once." }
    }
    p { state }
    ul(.class("own"), .role("list")) { colleagues.map(item) }
    if let closePath { close(closePath) }
    need
    p { a(.href("/referrals")) { "All referrals" } }
  }

  private func item(_ colleague: Colleague) -> some HTML {
    li {
      h2 {
        if let path = colleague.path { a(.href(path)) { colleague.name } } else { colleague.name }
      }
      p { strong { colleague.state } }
      p(.class("quiet small")) {
        "\(colleague.when) · "
        a(.href(.mail(to: colleague.email))) { colleague.email }
      }
    }
  }

  private func close(_ path: LinkTarget) -> some HTML {
    div(.class("panel"), .id("close")) {
      h2 { "Is it settled?" }
      p { "Closing it tells those who have not answered that they need not any more." }
      div(.class("inline")) {
        press("placed", "Somebody takes them", path, style: "button")
        press("withdrawn", "Withdraw it", path, style: "button plain")
      }
    }
  }

  private func press(_ choice: String, _ words: String, _ path: LinkTarget, style: StaticString) -> some HTML
  {
    form(.method(.post), .action(path)) {
      FormToken(formToken)
      HiddenField(name: "choice", value: choice)
      button(.class(style), .type("submit")) { words }
    }
  }
}

/// A referral as one sees it who is asked.
struct AskedPage: Page {
  /// "Dr Amelia Gunn asks: can you take someone?"
  let question: String
  /// "You have not answered yet", "Your answer: Not now"
  let state: String
  let referrer: (name: String, path: LinkTarget?, email: String)
  let need: NeedPanel
  /// Nil once no answer is needed any more.
  let answering: (target: AnswerForms.Target, wait: WaitBand, listing: WaitBand)?
  /// `/referrals/{id}/undo`; nil when there is nothing to take back.
  let undoPath: LinkTarget?

  var title: String { question }
  var navigationEntry: NavigationEntry? { .referrals }

  @HTMLBuilder var body: some HTML {
    h1 { question }
    p { strong { state } }
    need
    if let answering {
      div(.class("panel"), .id("answer")) {
        h2 { undoPath == nil ? "Your answer" : "Another answer" }
        AnswerForms(target: answering.target, wait: answering.wait, listing: answering.listing)
        if let undoPath {
          form(.method(.post), .action(undoPath)) {
            AnswerProof(answering.target)
            button(.class("button plain"), .type("submit")) { "Undo: back to no answer" }
          }
        }
      }
    }
    p(.class("quiet")) {
      if let path = referrer.path { a(.href(path)) { referrer.name } } else { referrer.name }
      " · "
      a(.href(.mail(to: referrer.email))) { referrer.email }
    }
    p { a(.href("/referrals")) { "All referrals" } }
  }
}
