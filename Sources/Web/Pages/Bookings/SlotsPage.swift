/// The times that a member offers to seekers.
struct SlotsPage: Page {
  /// One of them: "Every Wednesday at 9:00 am", "50 minutes, by video".
  struct Offer: Sendable {
    let id: String
    let when: String
    let what: String
  }

  /// Days without any: "24 December 2026 to 4 January 2027".
  struct Off: Sendable {
    let words: String
    let first: String
    let last: String
  }

  /// What was typed into the form of a new one.
  struct Typed: Sendable {
    let whens: [Choices.Choice]
    var day = ""
    var time = ""
    var minutes = "50"
    let modes: [Choices.Choice]
    let places: [Choices.Choice]
  }

  /// Why seekers see none of them yet; nil when they do.
  let closed: String?
  /// "Sydney time".
  let zone: String
  let offers: [Offer]
  let daysOff: [Off]
  let weeksAhead: Int
  let noticeHours: Int
  let typed: Typed
  let formToken: String
  var problems = Problems()
  var isSaved = false

  var title: String { problems.title("Times to book") }
  var navigationEntry: NavigationEntry? { .profile }

  @HTMLBuilder var body: some HTML {
    h1 { "Times to book" }
    ProblemSummary(problems)
    if isSaved, problems.isEmpty { p(.class("notice"), .role("status")) { "Saved." } }
    if let closed { p(.class("notice")) { closed } }
    SlotsExplained(zone: zone)
    if offers.isEmpty {
      p(.class("quiet")) { "You offer none yet." }
    } else {
      ul(.class("ruled"), .role("list")) { offers.map(item) }
    }
    NewSlotForm(typed: typed, path: "/profile/slots", formToken: formToken, problems: problems)
    terms
    off
    p { a(.href("/profile/appointments")) { "What is booked" } }
  }

  private func item(_ offer: Offer) -> some HTML {
    li(.class("ruled-row")) {
      OfferWords(offer: offer)
      form(.method(.post), .action("/profile/slots/\(offer.id)/remove")) {
        FormToken(formToken)
        button(.class("button plain"), .type("submit"), .ariaLabel("Remove \(offer.when)")) { "Remove" }
      }
    }
  }

  private var terms: some HTML {
    section(.class("panel")) {
      h2 { "How far ahead" }
      form(.class("stack"), .method(.post), .action("/profile/slots/terms")) {
        FormToken(formToken)
        TextField(
          name: "weeks", label: "Weeks ahead", hint: "From 1 to 26.", value: String(weeksAhead), maxlength: 2,
          problem: problems["weeks"])
        TextField(
          name: "notice", label: "Hours of notice",
          hint: "Nobody books later than this before a time begins.",
          value: String(noticeHours), maxlength: 3, problem: problems["notice"])
        button(.class("button plain"), .type("submit")) { "Save" }
      }
    }
  }

  private var off: some HTML {
    section(.class("panel")) {
      h2 { "Days without" }
      if !daysOff.isEmpty { ul(.class("ruled"), .role("list")) { daysOff.map(offItem) } }
      form(.class("stack"), .method(.post), .action("/profile/slots/days-off")) {
        FormToken(formToken)
        DateField(name: "first", label: "From", problem: problems["first"])
        DateField(name: "last", label: "Until", problem: problems["last"])
        button(.class("button plain"), .type("submit")) { "Add" }
      }
    }
  }

  private func offItem(_ off: Off) -> some HTML {
    li(.class("ruled-row")) {
      span { off.words }
      form(.method(.post), .action("/profile/slots/days-off/remove")) {
        FormToken(formToken)
        HiddenField(name: "first", value: off.first)
        HiddenField(name: "last", value: off.last)
        button(.class("button plain"), .type("submit"), .ariaLabel("Remove \(off.words)")) { "Remove" }
      }
    }
  }
}
