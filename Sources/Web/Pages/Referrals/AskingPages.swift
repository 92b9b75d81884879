import Domain

/// What a link of a referral's email opens, while nothing has been answered.
struct AskingQuestionPage: Page {
  /// "Dr Amelia Gunn asks: can you take someone?"
  let question: String
  /// The answer of the link that was clicked; nil for the link that only shows.
  let choice: ReferralAnswer?
  let need: NeedPanel
  let target: AnswerForms.Target
  let wait: WaitBand
  /// Whether the page presses its own button: only in a browser known to be this practitioner's.
  let submitsItself: Bool

  var title: String { question }
  var script: Asset? { submitsItself ? .submitScript : nil }

  @HTMLBuilder var body: some HTML {
    h1 { question }
    if let choice { first(choice) }
    need
    h2 { choice == nil ? "Your answer" : "Something else?" }
    AnswerForms(target: target, wait: wait, except: choice)
  }

  private func first(_ choice: ReferralAnswer) -> some HTML {
    form(.id("answer"), .class("stack"), .method(.post), .action(target.path)) {
      HiddenField(name: "answer", value: choice.slug)
      if choice == .full { ListingChoice(id: "first-listing", chosen: WaitBand(.closed)) }
      button(.class("button large"), .type("submit")) { choice.label }
    }
  }
}

/// Shown by every link of an email to which two different answers came within minutes: a person says by hand which it is.
struct AskingConfirmingPage: Page {
  let question: String
  let need: NeedPanel
  /// `/r/{token}`
  let path: LinkTarget
  /// Whether the form came back empty.
  var isChoiceMissing = false

  private static let problem = "Choose one of the answers"

  var title: String { isChoiceMissing ? "Error: \(question)" : question }

  @HTMLBuilder var body: some HTML {
    h1 { question }
    if isChoiceMissing {
      FormProblem(sentence: Self.problem, field: "answer")
    } else {
      p {
        "Two different answers came from your email within minutes. Most often that is a mail scanner trying "
        "the links, so none of them counts. Choose here once, and it does."
      }
    }
    need
    form(.class("stack"), .method(.post), .action(path)) {
      HiddenField(name: "confirming", value: "yes")
      Choices(
        name: "answer", legend: "Your answer",
        choices: Self.answers.map { .init(value: $0.slug, label: $0.label, isChosen: false) }, isOne: true,
        problem: isChoiceMissing ? Self.problem : nil)
      div(.class("whole")) { ListingChoice(id: "listing", chosen: WaitBand(.closed)) }
      p(.class("hint")) { "Your listing changes only if you choose “\(ReferralAnswer.full.label)”." }
      button(.class("button large whole"), .type("submit")) { "Save my answer" }
    }
  }

  private static let answers: [ReferralAnswer] =
    [.yes(from: nil)] + ReferralAnswer.waits.map { .yes(from: $0) } + [.no, .full]
}

/// What an answer came to, with the ways to take it back.
struct AskingResultPage: Page {
  /// "Thank you: Not now"
  let heading: String
  /// What follows from it.
  let sentence: String
  /// What colleagues see from now on, when one is full.
  let standing: StandingWait?
  let need: NeedPanel
  let target: AnswerForms.Target
  /// `/r/{token}/undo`; nil once it was taken back.
  let undoPath: LinkTarget?
  let wait: WaitBand
  let listing: WaitBand

  var title: String { heading }

  @HTMLBuilder var body: some HTML {
    h1 { heading }
    p { sentence }
    if let standing { WaitStanding(standing) }
    need
    div(.class("panel")) {
      h2 { undoPath == nil ? "Want to give another answer?" : "Not right?" }
      AnswerForms(target: target, wait: wait, listing: listing)
      if let undoPath {
        form(.method(.post), .action(undoPath)) {
          AnswerProof(target)
          button(.class("button plain"), .type("submit")) { "Undo: back to no answer" }
        }
      }
    }
  }
}

/// No answer is needed any more.
struct AskingOverPage: Page {
  /// Why.
  let sentence: String

  var title: String { "No answer is needed any more" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { sentence }
    p { a(.href("/referrals")) { "Your referrals" } }
  }
}
