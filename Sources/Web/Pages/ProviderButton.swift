/// Begins a sign-in through the provider; on pages where somebody signs in or joins.
struct ProviderButton: Component {
  /// What comes of it, once they are back.
  enum Start: Sendable {
    /// They go on to `next`.
    case signIn(next: NextPath?)
    /// They join by the invitation whose link has this secret.
    case join(invitation: String)
  }

  /// "Google".
  let provider: String
  let start: Start

  var body: some HTML {
    form(.class("stack"), .method(.post), .action(LinkTarget(ProviderRoutes.path))) {
      carried
      button(.class("button plain whole"), .type("submit")) { label }
    }
  }

  @HTMLBuilder private var carried: some HTML {
    switch start {
    case .signIn(let next): if let next { HiddenField(name: "next", value: next.text) }
    case .join(let secret): HiddenField(name: "invitation", value: secret)
    }
  }

  private var label: String {
    switch start {
    case .signIn: "Sign in with \(provider)"
    case .join: "Continue with \(provider)"
    }
  }
}
