/// Choose a time with one practitioner.
struct BookingNewPage: Page {
  let practitioner: String
  let id: String
  let choices: SlotChoices
  /// Where others are found.
  let back: LinkTarget
  /// That somebody else was first, or a hold is over.
  var notice: String?
  var problems = Problems()

  var title: String { problems.title("Choose a time with \(practitioner)") }

  @HTMLBuilder var body: some HTML {
    h1 { "Choose a time with \(practitioner)" }
    ProblemSummary(problems)
    CrisisLines()
    if let notice { p(.class("notice"), .role("status")) { notice } }
    if choices.isEmpty {
      p { "There is no free time here at present. You can ask for one: they answer within two days." }
      p {
        a(.class("button large"), .href(LinkTarget("/requests/new?practitioner=\(id)"))) { "Ask for a time" }
      }
    } else {
      p(.class("quiet")) {
        "We keep the time that you choose for 15 minutes. Nobody learns of it until you confirm it."
      }
      form(.class("stack"), .method(.post), .action("/bookings/new")) {
        HiddenField(name: "practitioner", value: id)
        choices
        button(.class("button large"), .type("submit")) { "Keep this time for me" }
      }
    }
    p { a(.href(back)) { "See others who may fit" } }
  }
}

/// They take no bookings: whatever the reason is, it is theirs.
struct BookingClosedPage: Page {
  var title: String { "No bookings here at present" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "This practitioner takes no bookings through this site just now." }
    p { a(.href("/find")) { "Find someone else" } }
    CrisisLines()
  }
}
