/// Who books: asked only now that there is a time to book.
struct BookingDetailsPage: Page {
  /// What was typed.
  struct Typed: Sendable {
    var name = ""
    var email = ""
    var phone = ""
    var agrees = false
  }

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
  var typed = Typed()
  var problems = Problems()

  var title: String { problems.title("Who is it for?") }

  @HTMLBuilder var body: some HTML {
    h1 { "How can \(practitioner) reach you?" }
    ProblemSummary(problems)
    CrisisLines()
    appointment
    p(.class("quiet")) { "Kept for you until \(keptUntil)." }
    form(.class("stack"), .method(.post), .action("/bookings/details")) {
      fields
      statement
      button(.class("button large"), .type("submit")) { "Email me to confirm" }
    }
    p { a(.href("/bookings/new")) { "Choose another time" } }
  }

  @HTMLBuilder private var fields: some HTML {
    TextField(
      name: "name", label: "Your name", value: typed.name, autocomplete: "name", maxlength: 100,
      problem: problems["name"])
    TextField(
      name: "email", label: "Email", hint: "We send a link there; you book by following it.",
      value: typed.email, kind: .email, autocomplete: "email", maxlength: 254, problem: problems["email"])
    TextField(
      name: "phone", label: "Phone", hint: "In case something comes up on the day.", value: typed.phone,
      autocomplete: "tel", maxlength: 30, problem: problems["phone"])
    Choices(
      name: "standing", legend: "Who is booking?",
      hint:
        "From 16 you may book for yourself. If you are younger, ask a parent or guardian to book for you.",
      choices: standings, isOne: true, problem: problems["standing"])
  }

  /// What is collected, for what, who sees it, how long it is kept (Australian Privacy Principle 5).
  private var statement: some HTML {
    div(.class("panel")) {
      h2 { "What happens with this" }
      if !answers.isEmpty {
        p { "What you answered before goes with it:" }
        ul(.class("bullets")) { for answer in answers { li { answer } } }
      }
      p {
        "\(operatorName) keeps it to arrange this appointment. Only \(practitioner) sees it, and only once you have "
        "confirmed. Our emails do not say it. It is erased \(keptDays) days after your last appointment; if you do not confirm, after a day. "
        "Without it we cannot book. "
        a(.href("/privacy")) { "More about privacy" }
        "."
      }
      if let problem = problems["agree"] { p(.class("wrong small"), .id("agree-problem")) { problem } }
      label(.class("choice"), .for("agree")) {
        input(
          .id("agree"), .type(.checkbox), .name("agree"), .value("yes"), .checked(typed.agrees),
          .required(), .when(problems["agree"] != nil, .ariaDescribedBy("agree-problem")))
        span { "Yes, pass it on to \(practitioner)" }
      }
    }
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
