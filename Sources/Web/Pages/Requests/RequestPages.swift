/// What the link of a request shows its seeker before it is confirmed. Mail scanners open it too: only the button asks.
struct RequestConfirmPage: Page {
  let practitioner: String
  let asksNext: Bool
  /// `/q/{token}`
  let path: LinkTarget

  var title: String { "Ask for a time?" }

  @HTMLBuilder var body: some HTML {
    h1 { "Ask \(practitioner) for a time?" }
    p { "They have two days to answer, and we write to you as soon as they do." }
    if asksNext { p { "If they cannot, we ask the next one who fits, as you wished." } }
    form(.class("stack"), .method(.post), .action(path)) {
      button(.class("button large"), .type("submit"), .name("choice"), .value("confirm")) { "Yes, ask them" }
    }
    p(.class("quiet small")) { "Was it not you? Close this page: nobody is asked." }
    CrisisLines()
  }
}

/// A request as it stands, to its seeker.
struct RequestPage: Page {
  /// How far it has come.
  enum Standing: Sendable {
    /// Who is asked, until when, and where it can be taken back.
    case asked(practitioner: String, until: String, path: LinkTarget)
    /// What was booked, and its page.
    case booked(AppointmentPart, path: LinkTarget)
    case over
    case withdrawn
    /// The link is too old, or nothing is kept of it.
    case unknown
  }

  let standing: Standing

  var title: String {
    switch standing {
    case .asked(let practitioner, _, _): "\(practitioner) has been asked"
    case .booked: "You have a time"
    case .over: "No time has come of it"
    case .withdrawn: "You took this request back"
    case .unknown: "This request is over"
    }
  }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    switch standing {
    case .asked(_, let until, let path):
      p { "They may answer until \(until). We write to you as soon as they do." }
      form(.class("stack"), .method(.post), .action(path)) {
        button(.class("button plain"), .type("submit"), .name("choice"), .value("withdraw")) {
          "I need it no more"
        }
      }
    case .booked(let appointment, let path):
      appointment
      p { a(.class("button"), .href(path)) { "See, move or cancel it" } }
    case .over:
      p { "We are sorry: whoever we asked has no time to offer you just now. There may be others who fit." }
      find
    case .withdrawn, .unknown:
      p { "Nobody is asked by it any more." }
      find
    }
    CrisisLines()
  }

  private var find: some HTML { p { a(.class("button"), .href("/find")) { "Find someone else" } } }
}

/// The time does not suit: another is asked for.
struct RequestAgainPage: Page {
  let appointment: AppointmentPart
  let practitioner: String
  var wishes = ""
  /// `/b/{token}/another`
  let path: LinkTarget
  /// `/b/{token}`
  let back: LinkTarget
  /// That they cannot be asked at present.
  var notice: String?
  var problems = Problems()

  var title: String { problems.title("Ask for another time") }

  @HTMLBuilder var body: some HTML {
    h1 { "Ask for another time" }
    ProblemSummary(problems)
    if let notice { p(.class("notice"), .role("status")) { notice } }
    appointment
    p { "This time is cancelled, and \(practitioner) is asked for another. They have two days to answer." }
    form(.class("stack"), .method(.post), .action(path)) {
      TextArea(
        name: "wishes", label: "Which times suit you? (optional)", value: wishes, rows: 2, maxlength: 300,
        problem: problems["wishes"])
      button(.class("button large"), .type("submit"), .name("choice"), .value("another")) {
        "Cancel it and ask for another"
      }
    }
    p { a(.href(back)) { "Leave it as it is" } }
    CrisisLines()
  }
}
