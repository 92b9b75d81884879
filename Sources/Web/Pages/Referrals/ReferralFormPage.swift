/// Asks colleagues to take an enquiry: a few facts that identify nobody.
struct ReferralFormPage: Page {
  /// The name that the referral will have: a form that is sent twice makes one.
  let id: String
  /// Those who may be asked, by name and wait.
  let colleagues: [Choices.Choice]
  let ages: [Choices.Choice]
  let areas: [GroupedChoices.Group]
  let modes: [Choices.Choice]
  let near: String
  let funding: [Choices.Choice]
  let weeks: [Choices.Choice]
  let note: String
  let mostOfNote: Int
  let formToken: String
  var problems = Problems()

  var title: String { problems.title("Refer someone") }
  var navigationEntry: NavigationEntry? { .referrals }
  var script: Asset? { .filterScript }

  @HTMLBuilder var body: some HTML {
    h1 { "Refer someone" }
    ProblemSummary(problems)
    if colleagues.isEmpty {
      p(.id("to")) {
        "First choose whom to ask, up to three colleagues: on "
        a(.href("/listings")) { "the listings" }
        "."
      }
    } else {
      p {
        "Each gets an email that says who asks and how soon, with answers to press. What you write here they read on "
        "the site; no email has it. Leave out everything that could identify the person."
      }
      fields
    }
  }

  private var fields: some HTML {
    form(.class("stack"), .method(.post), .action("/referrals")) {
      FormToken(formToken)
      HiddenField(name: "id", value: id)
      for colleague in colleagues { HiddenField(name: "offered", value: colleague.value) }
      Choices(name: "to", legend: "Whom you ask", choices: colleagues, problem: problems["to"])
      Choices(name: "age", legend: "Age group", choices: ages, isOne: true, problem: problems["age"])
      GroupedChoices(
        name: "area", legend: "What about", hint: "At least one, at most five.",
        filterLabel: "Show areas with", groups: areas, problem: problems["area"])
      Choices(name: "mode", legend: "How they could meet", choices: modes, problem: problems["mode"])
      TextField(
        name: "near", label: "Near (optional)", hint: "A suburb, a town or a postcode; never an address.",
        value: near, maxlength: 60, isRequired: false, problem: problems["near"])
      Selection(
        name: "funding", label: "Who would pay (optional)", choices: funding, problem: problems["funding"])
      Selection(name: "weeks", label: "How soon", choices: weeks, problem: problems["weeks"])
      TextArea(
        name: "note", label: "Note (optional)",
        hint:
          "Keep it free of identifying detail: no name, no date of birth, no workplace or school, nothing that is rare. "
          + "Those you ask see it on the site, and nobody else does.",
        value: note, rows: 5, maxlength: mostOfNote, problem: problems["note"])
      button(.class("button large"), .type("submit")) { "Ask them" }
    }
  }
}
