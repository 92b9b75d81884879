import Domain

/// What leaving means, and the button that does it.
struct LeavePage: Page {
  /// The day that everything would be erased on: "26 December 2026".
  let until: String
  let formToken: String

  var title: String { "Leave the network" }
  var navigationEntry: NavigationEntry? { .profile }

  @HTMLBuilder var body: some HTML {
    h1 { "Leave the network" }
    h2 { "At once" }
    ul(.class("bullets")) {
      li { "Your listing is gone: colleagues no longer find you, and nobody is sent your way." }
      li { "We no longer ask about your wait." }
      li { "Invitations that you sent and nobody has used stop working." }
      li { "Every other browser of yours is signed out." }
    }
    h2 { "For \(LeavingDecision.graceDays) days, until \(until)" }
    p { "You can sign in, take your data along, and come back with everything as it was." }
    h2 { "Then" }
    p {
      "We erase what we hold about you: your name, address and registration, your listing, photo and history, and what you "
      "and colleagues said of each other. What stays, and under no name, is told under "
      a(.href("/privacy")) { "Privacy" }
      "."
    }
    form(.method(.post), .action("/profile/leave")) {
      FormToken(formToken)
      button(.class("button"), .type("submit")) { "Leave the network" }
    }
    p {
      a(.href("/profile/export")) { "Download your data first" }
      ", or "
      a(.href("/profile")) { "stay" }
      "."
    }
  }
}

/// For one who has left: the way back, their data, and the way to be erased without waiting.
struct HasLeftPage: Page {
  /// The box that is ticked by whoever means it.
  static let field = "sure"

  /// The day that everything is erased on: "26 December 2026".
  let until: String
  let formToken: String
  var problems = Problems()

  var title: String { problems.title("You have left") }

  @HTMLBuilder var body: some HTML {
    h1 { "You have left" }
    ProblemSummary(problems)
    p(.class("lead")) {
      "Your listing is gone. On \(until) what we hold about you is erased. Until then you can come back, with everything "
      "as it was."
    }
    form(.method(.post), .action("/profile/leave/back")) {
      FormToken(formToken)
      button(.class("button large"), .type("submit")) { "Come back" }
    }
    p { a(.href("/profile/export")) { "Download your data" } }
    section(.class("panel"), .ariaLabelledBy("erase-heading")) {
      h2(.id("erase-heading")) { "Rather not wait?" }
      p { "You can be erased now. Nobody can bring back what is erased, not even the operator." }
      form(.class("stack"), .method(.post), .action("/profile/leave/erase")) {
        FormToken(formToken)
        Choices(
          name: Self.field, legend: "Are you sure?",
          choices: [.init(value: "yes", label: "Yes, erase me for good", isChosen: false)],
          problem: problems[Self.field])
        button(.class("button plain"), .type("submit")) { "Erase me now" }
      }
    }
  }
}

/// The last page that somebody sees who was a member.
struct ErasedPage: Page {
  var title: String { "You are erased" }

  @HTMLBuilder var body: some HTML {
    h1 { "You are erased" }
    p { "What we held about you is gone, and you are signed out. Thank you for having been here." }
    p {
      "Backups are thrown away later: how long they are kept is told under "
      a(.href("/privacy")) { "Privacy" }
      "."
    }
  }
}
