/// On the way to the provider: the browser goes there by itself, or by the link.
struct ProviderLeavingPage: Page {
  let provider: String
  let address: LinkTarget

  var title: String { "On to \(provider)" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "You sign in there, and come back here." }
    p { a(.class("button large"), .href(address)) { "Go on to \(provider)" } }
  }
}

/// Back from the provider. Nothing has happened yet: a GET led here, so a button acts, which the page presses by itself.
struct ProviderArrivedPage: Page {
  let provider: String
  /// The address or the name that the provider shows; empty when it shows none.
  let account: String
  /// Whether an account is linked, and nobody signed in.
  let isLinking: Bool
  let path: LinkTarget
  /// Who it is, sealed.
  let arrival: String

  var title: String { isLinking ? "Link your \(provider) account" : "Signed in with \(provider)" }
  var script: Asset? { .submitScript }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    if !account.isEmpty { p { "As \(account)." } }
    form(.id("answer"), .method(.post), .action(path)) {
      HiddenField(name: "arrival", value: arrival)
      button(.class("button large"), .type("submit")) { isLinking ? "Link it" : "Continue" }
    }
  }
}

/// Why nobody was signed in, or nothing linked. Whether the address that the provider shows is a member's changes nothing here.
struct ProviderProblemPage: Page {
  enum Problem: Sendable, CaseIterable {
    /// Whatever was wrong with what came back: it is told alike.
    case startAgain
    case declined
    case unavailable
    case notLinked
    case opensAnother
    case hasAnother
    /// Whoever would join by it has an account.
    case opensOne
  }

  let problem: Problem
  let provider: String
  /// The link of the invitation by which somebody would have joined.
  let invitation: LinkTarget?

  init(_ problem: Problem, provider: String, invitation: LinkTarget? = nil) {
    self.problem = problem
    self.provider = provider
    self.invitation = invitation
  }

  /// The HTTP status that goes with the page.
  var status: Int {
    switch problem {
    case .startAgain: 400
    case .declined: 200
    case .unavailable: 503
    case .notLinked: 403
    case .opensAnother, .hasAnother, .opensOne: 409
    }
  }

  var title: String {
    switch problem {
    case .startAgain: "That did not come through"
    case .declined: "You did not sign in with \(provider)"
    case .unavailable: "\(provider) cannot be reached just now"
    case .notLinked: "This \(provider) account opens nothing here"
    case .opensAnother: "This \(provider) account opens another account"
    case .hasAnother: "Another \(provider) account is linked"
    case .opensOne: "This \(provider) account opens an account already"
    }
  }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { sentence }
    switch problem {
    case .opensAnother, .hasAnother:
      p { a(.class("button"), .href(ProviderPage.path)) { "Go back" } }
    case .opensOne: p { a(.class("button"), .href("/sign-in")) { "Sign in" } }
    case .startAgain, .declined, .unavailable, .notLinked:
      if invitation == nil { p { a(.class("button"), .href("/sign-in")) { "Sign in another way" } } }
    }
    if let invitation { p { a(.class("button plain"), .href(invitation)) { "Back to the invitation" } } }
  }

  private var sentence: String {
    switch problem {
    case .startAgain:
      "What came back from \(provider) was too old, or not for this browser. Nothing has happened; start once more."
    case .declined: "Nothing has happened."
    case .unavailable: "Try again in a few minutes."
    case .notLinked:
      "No account is linked to it. Sign in another way, and link it under Profile, Sign-in and security."
    case .opensAnother: "It can open one account only. Nothing has changed."
    case .hasAnother: "Unlink that one first. Nothing has changed."
    case .opensOne:
      "If it is yours, you are a member: sign in with it. The invitation has not been used, and you can join another way."
    }
  }
}
