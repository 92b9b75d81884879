import Domain

/// Which emails a member wants, and how often: the same record that the link in each email changes.
struct EmailPreferencesPage: Page {
  let preferences: EmailPreferences
  /// Streams that the member has turned off.
  let stopped: Set<EmailStream>
  /// Whether it was just saved.
  let isSaved: Bool
  let formToken: String

  /// What a form says of a stream that shall not come at all.
  static let never = "never"

  var title: String { "Emails" }
  var navigationEntry: NavigationEntry? { .profile }

  @HTMLBuilder var body: some HTML {
    h1 { "Emails" }
    if isSaved { p(.class("notice"), .role("status")) { "Saved." } }
    form(.class("stack"), .method(.post), .action("/profile/emails")) {
      FormToken(formToken)
      Choices(
        name: "rounds", legend: "The question about your wait",
        hint: "Without it your listing stays as it is, and says how long ago you confirmed it.",
        choices: choices(.rounds, never: "Do not ask me"), isOne: true)
      Choices(
        name: "digests", legend: "Digest of what is new",
        hint:
          "Referrals, new openings that match your saved searches, new colleagues near you, recommendations. It comes only when there is something to say.",
        choices: choices(.digests, never: "Do not send me any"), isOne: true)
      div(.class("inline whole")) {
        SelectField(
          name: "digest-day", label: "Day of the digest",
          options: Weekday.allCases.map { (String($0.rawValue), $0.name) },
          chosen: String(preferences.digestDay.rawValue))
        SelectField(
          name: "digest-hour", label: "Time of the digest",
          options: EmailPreferences.hours.map { (String($0), Self.label(hour: $0)) },
          chosen: String(preferences.digestHour))
      }
      button(.class("button"), .type("submit")) { "Save" }
    }
    p(.class("quiet small")) {
      "Answers to something you do here, such as a link to sign in, always come."
    }
  }

  private func choices(_ stream: EmailStream, never: String) -> [Choices.Choice] {
    let present = stopped.contains(stream) ? nil : StreamFrequency.present(stream, in: preferences)
    return StreamFrequency.all(stream).map {
      .init(value: $0.value, label: $0.label, isChosen: $0 == present)
    } + [.init(value: Self.never, label: never, isChosen: present == nil)]
  }

  /// "7 am", "noon", "5 pm".
  private static func label(hour: Int) -> String {
    switch hour {
    case 12: "noon"
    case 13...: "\(hour - 12) pm"
    default: "\(hour) am"
    }
  }
}
