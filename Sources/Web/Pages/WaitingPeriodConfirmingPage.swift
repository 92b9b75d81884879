/// Shown by every link of an email to which two different answers came within minutes: a person says by hand
/// which of the seven it is.
struct WaitingPeriodConfirmingPage: Page {
  let standing: StandingWait
  /// `/w/{token}`.
  let path: LinkTarget
  /// Whether the form came back empty.
  let isChoiceMissing: Bool

  init(standing: StandingWait, path: LinkTarget, isChoiceMissing: Bool = false) {
    self.standing = standing
    self.path = path
    self.isChoiceMissing = isChoiceMissing
  }

  private static let problem = "Choose one of the seven"

  var title: String { isChoiceMissing ? "Error: How long is your wait?" : "How long is your wait?" }

  @HTMLBuilder var body: some HTML {
    h1 { "How long is your wait?" }
    if isChoiceMissing {
      FormProblem(sentence: Self.problem, field: WaitChoices.firstID)
    } else {
      p {
        "Two different answers came from your email within minutes. Most often that is a mail scanner trying "
        "the links, so we kept the answer you gave before. Choose here once, and it counts."
      }
    }
    WaitStanding(standing)
    form(.class("stack"), .method(.post), .action(path)) {
      HiddenField(name: "confirming", value: "yes")
      WaitChoices(legend: "A new client waits", problem: isChoiceMissing ? Self.problem : nil)
      button(.class("button large whole"), .type("submit")) { "Save my answer" }
    }
  }
}
