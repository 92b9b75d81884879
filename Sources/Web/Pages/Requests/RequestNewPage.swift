/// Somebody asks for a time with a practitioner who has no free one here.
struct RequestNewPage: Page {
  let practitioner: String
  let id: String
  let operatorName: String
  /// What is kept goes after so many days.
  let keptDays: Int
  let standings: [Choices.Choice]
  /// What was answered before: "Who is it for? Me".
  let answers: [String]
  /// Whether the next who fits is known, and can be asked.
  let hasNext: Bool
  var typed = SeekerFields.Typed()
  var wishes = ""
  var asksNext = false
  let back: LinkTarget
  var problems = Problems()

  var title: String { problems.title("Ask for a time") }

  @HTMLBuilder var body: some HTML {
    h1 { "Ask \(practitioner) for a time" }
    ProblemSummary(problems)
    CrisisLines()
    p {
      "There is no free time here at present, so you ask for one. They have two days to answer. If they give you a time, it is "
      "booked for you at once; should it not suit you, you can ask for another or cancel."
    }
    form(.class("stack"), .method(.post), .action("/requests/new")) {
      HiddenField(name: "practitioner", value: id)
      SeekerFields(typed: typed, standings: standings, problems: problems)
      TextArea(
        name: "wishes", label: "Which times suit you? (optional)",
        hint: "Such as \u{201C}Weekdays after 3\u{201D}. Nothing else is needed here.", value: wishes,
        rows: 2,
        maxlength: 300, problem: problems["wishes"])
      if hasNext { next }
      statement
      button(.class("button large"), .type("submit")) { "Email me to confirm" }
    }
    p { a(.href(back)) { "See others who may fit" } }
  }

  private var next: some HTML {
    label(.class("choice"), .for("next")) {
      input(
        .id("next"), .type(.checkbox), .name("next"), .value("yes"), .checked(asksNext),
        .ariaDescribedBy("next-hint"))
      span {
        "If they cannot, ask the next one who fits"
        br()
        span(.class("quiet small"), .id("next-hint")) { "Three at the most, and you hear of each." }
      }
    }
  }

  private var statement: CollectionStatement {
    CollectionStatement(
      words:
        "\(operatorName) keeps it to arrange an appointment. Once you have confirmed, whoever is asked sees "
        + "\(answers.isEmpty ? "" : "what you answered before and ")which times suit you. Your name, email and phone only "
        + "the one sees who gives you a time. Our emails say none of it. It is erased \(keptDays) days after your last "
        + "appointment, or after we told you that no time came of it; if you do not confirm, after a day. "
        + "Without it we cannot ask.",
      answers: answers,
      agreement: Agreement(to: "Yes, pass it on like this", isGiven: typed.agrees, problem: problems["agree"])
    )
  }
}

/// An email is on its way, unless too many are.
struct RequestSentPage: Page {
  var title: String { "Look in your email" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p(.class("lead")) { "Follow the link in the email we sent you. Only then is anybody asked." }
    p {
      "If nothing comes, look among the unwanted messages, and check that the address was right. No more than three of these "
      "emails go to one address a day."
    }
    CrisisLines()
  }
}
