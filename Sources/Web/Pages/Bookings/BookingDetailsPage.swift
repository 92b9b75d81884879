/// Who books: asked only now that there is a time to book.
struct BookingDetailsPage: Page {
  let appointment: AppointmentPart
  let practitioner: String
  /// "9:30 am (Sydney time)".
  let keptUntil: String
  let operatorName: String
  /// What is kept goes after so many days.
  let keptDays: Int
  let standings: [Choices.Choice]
  /// What was answered before: "Who is it for? Me".
  let answers: [String]
  var typed = SeekerFields.Typed()
  var problems = Problems()

  var title: String { problems.title("Who is it for?") }

  @HTMLBuilder var body: some HTML {
    h1 { "How can \(practitioner) reach you?" }
    ProblemSummary(problems)
    CrisisLines()
    appointment
    p(.class("quiet")) { "Kept for you until \(keptUntil)." }
    form(.class("stack"), .method(.post), .action("/bookings/details")) {
      SeekerFields(typed: typed, standings: standings, problems: problems)
      statement
      button(.class("button large"), .type("submit")) { "Email me to confirm" }
    }
    p { a(.href("/bookings/new")) { "Choose another time" } }
  }

  private var statement: CollectionStatement {
    CollectionStatement(
      words:
        "\(operatorName) keeps it to arrange this appointment. Only \(practitioner) sees it, and only once you have "
        + "confirmed. Our emails do not say it. It is erased \(keptDays) days after your last appointment; if you do not "
        + "confirm, after a day. Without it we cannot book.",
      answers: answers,
      agreement: Agreement(
        to: "Yes, pass it on to \(practitioner)", isGiven: typed.agrees, problem: problems["agree"]))
  }
}

/// An email is on its way, unless too many are.
struct BookingSentPage: Page {
  var title: String { "Look in your email" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p(.class("lead")) { "Follow the link in the email we sent you. Then the time is yours." }
    p {
      "We keep the time for half an hour. If nothing comes, look among the unwanted messages, and check that the address "
      "was right. No more than three of these emails go to one address a day."
    }
    p { a(.href("/bookings/new")) { "Choose another time" } }
    CrisisLines()
  }
}
