/// What a request shows the practitioner who is asked, by its link or in their own list: what is known of the seeker but who they
/// are, and the answers.
struct RequestAnswerPage: Page {
  /// The answer whose link was followed.
  enum First: Sendable { case no, full }

  /// "I am 16 or 17, and it is for me".
  let standing: String
  /// Which times suit them; empty when they did not say.
  let wishes: String
  let answers: [String]
  /// "Thursday 3 December 2026, 9:05 am (Sydney time)".
  let until: String
  /// `/q/{token}`, or the page of it in their own list.
  let path: LinkTarget
  /// In their own list.
  var formToken: String?
  let offer: OfferedTimeFields
  var first: First?

  var title: String { offer.problems.title("Can you offer someone a time?") }
  var navigationEntry: NavigationEntry? { formToken == nil ? nil : .profile }

  @HTMLBuilder var body: some HTML {
    h1 { "Can you offer someone a time?" }
    ProblemSummary(offer.problems)
    switch first {
    case .no: no
    case .full: full
    case nil: p { "An answer is awaited until \(until)." }
    }
    asked
    offering
    switch first {
    case .no: full
    case .full: no
    case nil:
      no
      full
    }
  }

  private var asked: some HTML {
    div(.class("panel")) {
      h2 { "What they say" }
      p { "\u{201C}\(standing)\u{201D}" }
      if !wishes.isEmpty { p { "Times that suit them: \(wishes)" } }
      if !answers.isEmpty { ul(.class("bullets")) { for answer in answers { li { answer } } } }
      p(.class("quiet small")) { "You see who it is, and how to reach them, once a time is booked." }
    }
  }

  private var offering: some HTML {
    section(.class("panel")) {
      h2 { "Offer a time" }
      form(.class("stack"), .method(.post), .action(path)) {
        FormToken(formToken)
        offer
        button(.class("button large"), .type("submit"), .name("choice"), .value("offer")) { "Book this time" }
      }
      p(.class("quiet small")) {
        "It is booked at once, and both of you get it for your calendars. Should it not suit them, they ask for another."
      }
    }
  }

  private var no: some HTML {
    section(.class("panel")) {
      h2 { "You cannot take this one" }
      form(.class("stack"), .method(.post), .action(path)) {
        FormToken(formToken)
        button(.class("button plain"), .type("submit"), .name("choice"), .value("no")) { "Not this one" }
      }
    }
  }

  private var full: some HTML {
    section(.class("panel")) {
      h2 { "You have no room at all" }
      form(.class("stack"), .method(.post), .action(path)) {
        FormToken(formToken)
        ListingChoice(id: "listing", chosen: WaitBand(.closed))
        button(.class("button plain"), .type("submit"), .name("choice"), .value("full")) { "I'm full" }
      }
    }
  }
}

/// What the same page shows once no answer is awaited.
struct RequestAnsweredPage: Page {
  /// Why.
  enum Standing: Sendable {
    case booked(AppointmentPart)
    /// "You said: not this one."
    case over(String)
  }

  let standing: Standing

  var title: String {
    switch standing {
    case .booked: "The time is booked"
    case .over: "No answer is needed any more"
    }
  }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    switch standing {
    case .booked(let appointment):
      appointment
      p { a(.class("button"), .href("/profile/appointments")) { "See who it is" } }
    case .over(let sentence):
      p { sentence }
      p { a(.href("/profile/slots")) { "Publish times, so that seekers can choose one by themselves" } }
    }
  }
}
