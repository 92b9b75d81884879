import Domain
import Foundation

/// What the templates of the sign-in email may name.
enum SignInLinkView {
  static let shape = ViewShape([
    "name": .text, "link": .text,
    // Six figures for the browser that asked.
    "code": .text,
    // How long the link works from when it was asked for: "15 minutes".
    "lifetime": .text,
  ])

  static func make(_ facts: SignInLinkEmail, links: EmailLinks) throws(MessageMakerError) -> TemplateView {
    TemplateView([
      "name": .text(facts.name.onOneLine), "link": .text(try links.signIn(facts)),
      "code": .text(try links.signInCode(facts)),
      "lifetime": .text(words(facts.expiresAt.timeIntervalSince(links.entry.createdAt))),
    ])
  }

  /// Whole minutes, at least one; rounded down so that the link outlives what was said, with a second of grace for
  /// a row that was made just after its link.
  static func words(_ lifetime: TimeInterval) -> String {
    let minutes = max(1, Int(((lifetime + 1) / 60).rounded(.down)))
    return minutes == 1 ? "1 minute" : "\(minutes) minutes"
  }
}
