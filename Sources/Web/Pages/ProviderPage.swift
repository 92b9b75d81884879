/// Whether an account of the provider's opens the member's own.
struct ProviderPage: Page {
  /// An account that does.
  struct Linked: Sendable {
    /// The address that the provider showed; may be empty.
    let account: String
    /// "3 December 2026"
    let since: String
  }

  /// "Google"
  let provider: String
  /// Nil: none does.
  let linked: Linked?
  /// Whether there is another way in.
  let mayUnlink: Bool
  let formToken: String

  static let path: LinkTarget = "/profile/security/provider"

  var title: String { "Signing in with \(provider)" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    if let linked { standing(linked) } else { offer }
  }

  @HTMLBuilder private func standing(_ linked: Linked) -> some HTML {
    p(.class("standing")) {
      span {
        linked.account.isEmpty
          ? "Your \(provider) account opens this one, since \(linked.since)."
          : "\(linked.account) opens this account, since \(linked.since)."
      }
    }
    if mayUnlink {
      form(.method(.post), .action("/profile/security/provider/unlink")) {
        FormToken(formToken)
        button(.class("button plain"), .type("submit")) { "Unlink it" }
      }
    } else {
      p(.class("quiet")) { "It is your only way in, so it stays. Set a password first to unlink it." }
    }
  }

  @HTMLBuilder private var offer: some HTML {
    p {
      "No \(provider) account is linked to yours. Link one, and you can sign in with it as well; the other ways stay "
      "as they are."
    }
    form(.method(.post), .action(Self.path)) {
      FormToken(formToken)
      button(.class("button"), .type("submit")) { "Link your \(provider) account" }
    }
  }
}
