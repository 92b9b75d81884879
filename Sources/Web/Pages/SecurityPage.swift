/// How a member signs in, where they are signed in, and what happened to their account.
struct SecurityPage: Page {
  /// A browser that is signed in.
  struct OpenSession: Sendable {
    /// Names it in the form that ends it.
    let id: String
    /// "Firefox on Windows", or that nothing is known of it.
    let browser: String
    /// "Signed in with the password on 3 December 2026 at 9:05".
    let opened: String
    /// "Last used today"
    let seen: String
    let isThisOne: Bool
  }

  /// A line of the trail.
  struct Line: Sendable {
    /// "3 December 2026 at 9:05"
    let when: String
    let what: String
    /// By which means, in which browser; may be empty.
    let detail: String
  }

  /// Where emails and sign-in links go.
  let address: String
  let password: PasswordPanel?
  let sessions: [OpenSession]
  let trail: [Line]
  let formToken: String
  /// What was done just now: "Your password is changed."
  var done: String?

  var title: String { password?.problems.title("Sign-in and security") ?? "Sign-in and security" }

  @HTMLBuilder var body: some HTML {
    h1 { "Sign-in and security" }
    if let password { ProblemSummary(password.problems) }
    if let done { p(.class("notice"), .role("status")) { done } }
    p {
      "Our emails and sign-in links go to \(address). "
      a(.href(LinkTarget(AddressRoutes.path))) { "Change the address" }
    }
    if let password { password }
    h2 { "Where you are signed in" }
    ul(.class("ruled")) { for session in sessions { SessionItem(session: session, formToken: formToken) } }
    if sessions.count > 1 {
      form(.method(.post), .action("/profile/security/sign-out-elsewhere")) {
        FormToken(formToken)
        button(.class("button plain"), .type("submit")) { "Sign out everywhere else" }
      }
    }
    h2 { "What happened to your account" }
    ul(.class("ruled")) { for line in trail { TrailItem(line: line) } }
  }
}

/// A browser that is signed in, with the button that signs it out where it is another than this one.
private struct SessionItem: Component {
  let session: SecurityPage.OpenSession
  let formToken: String

  var body: some HTML {
    li(.class("ruled-row")) {
      div {
        p {
          strong { session.browser }
          if session.isThisOne {
            " "
            span(.class("badge")) { "This one" }
          }
        }
        p(.class("quiet small")) { session.opened }
        p(.class("quiet small")) { session.seen }
      }
      if !session.isThisOne { signOut }
    }
  }

  private var signOut: some HTML {
    form(.method(.post), .action("/profile/security/sign-out")) {
      FormToken(formToken)
      HiddenField(name: "session", value: session.id)
      button(.class("button plain"), .type("submit"), .ariaLabel("Sign out \(session.browser)")) {
        "Sign out"
      }
    }
  }
}

/// What happened, and when.
private struct TrailItem: Component {
  let line: SecurityPage.Line

  var body: some HTML {
    li {
      p { line.what }
      p(.class("quiet small")) { line.detail.isEmpty ? line.when : "\(line.when) · \(line.detail)" }
    }
  }
}

/// Where a member sets a password, or another one.
struct PasswordPanel: Component {
  enum State: Sendable {
    /// There is one; it was set then: "3 December 2026".
    case set(on: String)
    /// There is none, and one may be set in this session.
    case unset
    /// There is none, and the session is too old to set one.
    case signInFirst
  }

  let state: State
  let formToken: String
  var problems = Problems()

  var body: some HTML {
    section(.class("panel"), .ariaLabelledBy("password-heading")) {
      h2(.id("password-heading")) { "Password" }
      switch state {
      case .set(let day):
        p(.class("quiet")) { "Set on \(day)." }
        fields(asksOld: true)
      case .unset:
        p(.class("quiet")) { "You have none, and sign in by email or through a provider. You may set one." }
        fields(asksOld: false)
      case .signInFirst:
        p { "You have none. To set one, sign in once more: that shows that it is you." }
        p { a(.class("button plain"), .href("/sign-in?next=/profile/security")) { "Sign in once more" } }
      }
    }
  }

  private func fields(asksOld: Bool) -> some HTML {
    form(.class("stack"), .method(.post), .action("/profile/security/password")) {
      FormToken(formToken)
      if asksOld {
        TextField(
          name: "old-password", label: "Password that you have now", kind: .password,
          autocomplete: "current-password", maxlength: 256, problem: problems["old-password"])
      }
      NewPasswordField(name: "new-password", problem: problems["new-password"])
      p(.class("quiet small")) { "Every other browser is signed out, and we tell you by email." }
      button(.class("button"), .type("submit")) { asksOld ? "Change the password" : "Set the password" }
    }
  }
}
