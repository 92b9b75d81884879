/// Which emails a member wants: the same record that the link in each email changes.
struct EmailPreferencesPage: Page {
  let wantsRounds: Bool
  /// Whether it was just saved.
  let isSaved: Bool
  let formToken: String

  var title: String { "Emails" }
  var navigationEntry: NavigationEntry? { .profile }

  @HTMLBuilder var body: some HTML {
    h1 { "Emails" }
    if isSaved { p(.class("notice"), .role("status")) { "Saved." } }
    form(.class("stack"), .method(.post), .action("/profile/emails")) {
      FormToken(formToken)
      Choices(
        name: "rounds", legend: "The monthly question about your wait",
        hint: "Without it your listing stays as it is, and says how long ago you confirmed it.",
        choices: [
          .init(value: "yes", label: "Email me once a month", isChosen: wantsRounds),
          .init(value: "no", label: "Do not ask me", isChosen: !wantsRounds),
        ], isOne: true)
      button(.class("button"), .type("submit")) { "Save" }
    }
    p(.class("quiet small")) {
      "Answers to something you do here, such as a link to sign in, always come."
    }
  }
}
