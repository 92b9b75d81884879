/// What a button of the waiting-period email opens, while nothing has been chosen.
struct WaitingPeriodPage: Page {
  /// The choice of the button that was clicked.
  let choice: WaitBand
  /// What colleagues see now.
  let standing: StandingWait
  /// `/w/{token}`, which every form posts to.
  let path: LinkTarget
  /// Whether the page presses its own button: only in a browser known to be this practitioner's. The button
  /// stays, for when scripts are off.
  let submitsItself: Bool

  var title: String { choice.question }
  var script: Asset? { submitsItself ? .submitScript : nil }

  @HTMLBuilder var body: some HTML {
    h1 { choice.question }
    WaitStanding(standing)
    form(.id("answer"), .method(.post), .action(path)) {
      HiddenField(name: "waiting-period", value: choice.slug)
      button(.class("button large"), .type("submit")) { "Yes: \(choice.label)" }
    }
    h2 { "Something else?" }
    div(.class("others")) {
      WaitBand.all.filter { $0 != choice }.map(other)
    }
  }

  private func other(_ band: WaitBand) -> some HTML {
    form(.method(.post), .action(path)) {
      HiddenField(name: "waiting-period", value: band.slug)
      button(.class("button plain whole"), .type("submit")) { band.label }
    }
  }
}
