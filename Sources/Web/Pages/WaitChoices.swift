/// The seven waiting periods as radio buttons, none chosen.
struct WaitChoices: Component {
  let legend: String
  let problem: String?

  /// Where a summary of problems leads to.
  static let firstID = "waiting-period-now"
  private static let problemID = "waiting-period-problem"

  var body: some HTML {
    fieldset(.class("choices"), .when(problem != nil, .ariaDescribedBy(Self.problemID))) {
      Tag("legend") { legend }
      if let problem { p(.class("wrong small"), .id(Self.problemID)) { problem } }
      WaitBand.all.map(choice)
    }
  }

  private func choice(_ band: WaitBand) -> some HTML {
    label(.class("choice"), .for("waiting-period-\(band.slug)")) {
      input(
        .id("waiting-period-\(band.slug)"), .type(.radio), .name("waiting-period"), .value(band.slug),
        .required())
      span { band.label }
    }
  }
}
