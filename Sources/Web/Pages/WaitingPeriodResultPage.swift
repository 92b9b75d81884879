/// What an answer came to, with the ways to take it back.
struct WaitingPeriodResultPage: Page {
  enum Outcome: Sendable {
    /// This browser gave the answer, so it may undo and change it.
    case answered(Retraction)
    /// The answer was given in another browser.
    case answeredElsewhere
    /// This browser took its answer back; it may still give another.
    case undone(Retraction?)
  }

  /// Where and with what this browser may undo or change its answer.
  struct Retraction: Sendable {
    /// `/w/{token}/undo`
    let undoPath: LinkTarget
    /// `/w/{token}`
    let changePath: LinkTarget
    /// Names the result, and with it the browser that gave it.
    let result: String
  }

  /// What colleagues see from now on.
  let standing: StandingWait
  let outcome: Outcome
  /// What was answered, also while one who is away is seen to be so.
  let answer: WaitBand?
  /// Where one may say to be away.
  let away: AwayPanel?

  init(standing: StandingWait, outcome: Outcome, answer: WaitBand? = nil, away: AwayPanel? = nil) {
    self.standing = standing
    self.outcome = outcome
    self.answer = answer ?? standing.band
    self.away = away
  }

  var title: String {
    if isRefused { return "Error: \(heading)" }
    return heading
  }

  private var isRefused: Bool {
    if case .present(_, .some) = away?.state { true } else { false }
  }

  private var heading: String {
    if isRefused { return "When are you back?" }
    return switch outcome {
    case .answered, .answeredElsewhere: "Thank you: \(label)"
    case .undone: "Your earlier answer stands again"
    }
  }

  @HTMLBuilder var body: some HTML {
    h1 { heading }
    if case .present(_, .some(let problem)) = away?.state {
      FormProblem(sentence: problem, field: AwayPanel.field)
    }
    WaitStanding(standing)
    switch outcome {
    case .answered(let retraction):
      if !isRefused { p { "That is all: you can close this page." } }
      amends(retraction, canUndo: true)
      if let away { away }
    case .answeredElsewhere:
      p {
        "This email was answered in another browser. To change the answer, open the email there."
      }
    case .undone(let retraction):
      p { "What you pressed before no longer counts." }
      if let retraction { amends(retraction, canUndo: false) }
    }
    p { a(.href("/listings")) { "See how your colleagues are placed" } }
  }

  private func amends(_ retraction: Retraction, canUndo: Bool) -> some HTML {
    div(.class("panel")) {
      h2 { canUndo ? "Not right?" : "Want to give another answer?" }
      ChangeForm(retraction: retraction, chosen: answer)
      if canUndo {
        form(.method(.post), .action(retraction.undoPath)) {
          HiddenField(name: "result", value: retraction.result)
          button(.class("button plain"), .type("submit")) { "Undo: back to my earlier answer" }
        }
      }
    }
  }

  private var label: String { answer?.label ?? "your answer is saved" }
}

/// Gives a different answer in place of the one just given.
private struct ChangeForm: Component {
  let retraction: WaitingPeriodResultPage.Retraction
  let chosen: WaitBand?

  var body: some HTML {
    form(.class("inline"), .method(.post), .action(retraction.changePath)) {
      HiddenField(name: "result", value: retraction.result)
      div(.class("field")) {
        label(.for("change")) { "A new client waits" }
        select(.id("change"), .name("waiting-period")) {
          for band in WaitBand.all {
            option(.value(band.slug), .selected(band == chosen)) { band.label }
          }
        }
      }
      button(.class("button"), .type("submit")) { "Change" }
    }
  }
}
