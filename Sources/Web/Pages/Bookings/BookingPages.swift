/// What the link of a booking shows before it is confirmed. Mail scanners open it too: only the button books.
struct BookingConfirmPage: Page {
  let appointment: AppointmentPart
  /// `/b/{token}`
  let path: LinkTarget

  var title: String { "Book this appointment?" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    appointment
    form(.class("stack"), .method(.post), .action(path)) {
      button(.class("button large"), .type("submit"), .name("choice"), .value("confirm")) { "Yes, book it" }
    }
    p(.class("quiet small")) { "Was it not you? Close this page: nothing is booked." }
    CrisisLines()
  }
}

/// A booking as it stands, to either side.
struct BookingPage: Page {
  /// What can be done about it.
  enum Standing: Sendable {
    case booked(changes: String, path: LinkTarget)
    /// By whom it can be changed still: "Write to dr@example.com".
    case tooLate(address: String)
    case past
    case cancelled
  }

  let appointment: AppointmentPart
  let standing: Standing
  /// Leads a practitioner to whom it is with, or a seeker to other times.
  let more: (label: String, path: LinkTarget)?
  /// Stands on a seeker's page.
  let showsCrisisLines: Bool

  var title: String {
    switch standing {
    case .booked, .tooLate: "This appointment is booked"
    case .past: "This appointment is over"
    case .cancelled: "This appointment is cancelled"
    }
  }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    appointment
    switch standing {
    case .booked(let changes, let path):
      p { "\(changes)." }
      p(.class("inline")) {
        a(.class("button plain"), .href("\(path.text)/move")) { "Move it" }
        a(.class("button plain"), .href("\(path.text)/cancel")) { "Cancel it" }
      }
    case .tooLate(let address):
      p {
        "It is too near to be moved or cancelled here. If you cannot come, write to "
        a(.href(.mail(to: address))) { address }
        "."
      }
    case .past, .cancelled: p(.class("quiet")) { "There is nothing to change any more." }
    }
    if let more { p { a(.href(more.path)) { more.label } } }
    if showsCrisisLines { CrisisLines() }
  }
}

/// Asks before an appointment is cancelled.
struct BookingCancelPage: Page {
  let appointment: AppointmentPart
  /// `/b/{token}/cancel`
  let path: LinkTarget
  /// `/b/{token}`
  let back: LinkTarget
  /// Stands on a seeker's page.
  var showsCrisisLines = false

  var title: String { "Cancel this appointment?" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    appointment
    p { "The time goes to somebody else, and both sides are told." }
    form(.class("stack"), .method(.post), .action(path)) {
      button(.class("button large"), .type("submit"), .name("choice"), .value("cancel")) { "Yes, cancel it" }
    }
    p { a(.href(back)) { "No, keep it" } }
    if showsCrisisLines { CrisisLines() }
  }
}

/// Another time for the same appointment.
struct BookingMovePage: Page {
  let appointment: AppointmentPart
  let choices: SlotChoices
  /// `/b/{token}/move`
  let path: LinkTarget
  /// `/b/{token}`
  let back: LinkTarget
  /// Stands on a seeker's page.
  var showsCrisisLines = false
  /// Where a seeker asks for another time, if they asked for this one.
  var another: LinkTarget?
  /// That somebody else was first.
  var notice: String?
  var problems = Problems()

  var title: String { problems.title("Move this appointment") }

  @HTMLBuilder var body: some HTML {
    h1 { "Move this appointment" }
    ProblemSummary(problems)
    if let notice { p(.class("notice"), .role("status")) { notice } }
    appointment
    if choices.isEmpty {
      p {
        another == nil
          ? "There is no other time at present."
          : "There is no other free time at present, but you can ask for one."
      }
    } else {
      form(.class("stack"), .method(.post), .action(path)) {
        choices
        button(.class("button large"), .type("submit"), .name("choice"), .value("move")) { "Move it" }
      }
    }
    if let another { p { a(.class("button"), .href(another)) { "Ask for another time" } } }
    p { a(.href(back)) { "Leave it as it is" } }
    if showsCrisisLines { CrisisLines() }
  }
}

/// A link whose request is over, erased, or whose time somebody else has.
struct BookingOverPage: Page {
  /// Why, and what to do.
  enum Reason: Sendable { case taken, over }

  let reason: Reason
  /// Where other times are; nil when that is not known any more.
  let times: LinkTarget?

  var title: String {
    switch reason {
    case .taken: "Somebody else has this time now"
    case .over: "This request is over"
    }
  }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    switch reason {
    case .taken: p { "We kept it for as long as we said. We are sorry; there may be another that suits you." }
    case .over: p { "Nothing is booked by this link, and nothing of it is kept for long." }
    }
    if let times { p { a(.class("button"), .href(times)) { "See other times" } } }
    CrisisLines()
  }
}
