import Domain

/// Back from the provider, on the way in by an invitation. A GET led here, so nothing has happened: only the form, looked at by
/// a person, opens an account.
struct ProviderJoinPage: Page {
  let siteName: String
  /// "Google"
  let provider: String
  /// The address or the name that the provider shows; empty when it shows none.
  let account: String
  /// Where the invitation went: the account opens under it.
  let address: String
  let path: LinkTarget
  /// Who it is, sealed.
  let arrival: String
  /// What the provider calls them, or what was typed when the form came back.
  var name: String
  var problems = Problems()

  var title: String { problems.title("Join \(siteName)") }

  @HTMLBuilder var body: some HTML {
    h1 { "Join \(siteName)" }
    ProblemSummary(problems)
    p {
      account.isEmpty
        ? "From now on you sign in with \(provider)."
        : "From now on you sign in with \(provider), as \(account)."
    }
    form(.class("stack"), .method(.post), .action(path)) {
      HiddenField(name: "arrival", value: arrival)
      NewNameField(value: name, problem: problems["name"])
      p { "Your account opens under \(address), where the invitation went." }
      button(.class("button"), .type("submit")) { "Join \(siteName)" }
    }
  }
}
