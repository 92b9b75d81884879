/// Another time for an appointment that was asked for: its practitioner offers it as they offered the first.
struct RequestMovePage: Page {
  let appointment: AppointmentPart
  /// Which times suit whoever asked; empty when they did not say.
  let wishes: String
  let offer: OfferedTimeFields
  /// `/b/{token}/move`
  let path: LinkTarget
  /// `/b/{token}`
  let back: LinkTarget

  var title: String { offer.problems.title("Move this appointment") }

  @HTMLBuilder var body: some HTML {
    h1 { "Move this appointment" }
    ProblemSummary(offer.problems)
    appointment
    if !wishes.isEmpty { p { "Times that suit them: \(wishes)" } }
    form(.class("stack"), .method(.post), .action(path)) {
      offer
      button(.class("button large"), .type("submit"), .name("choice"), .value("move")) { "Move it" }
    }
    p(.class("quiet small")) {
      "It is moved at once, and both of you get it for your calendars. Should it not suit them, they ask for another."
    }
    p { a(.href(back)) { "Leave it as it is" } }
  }
}
