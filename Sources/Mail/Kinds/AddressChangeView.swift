import Domain
import Foundation

/// What the templates of the email to a member's new address may name.
enum AddressChangeView {
  static let shape = ViewShape([
    "name": .text, "link": .text,
    // How long the link works from when it was asked for: "60 minutes".
    "lifetime": .text,
  ])

  static func make(_ facts: AddressChangeEmail, links: EmailLinks) throws(MessageMakerError) -> TemplateView {
    TemplateView([
      "name": .text(facts.name.onOneLine), "link": .text(try links.addressChange(facts)),
      "lifetime": .text(SignInLinkView.words(facts.expiresAt.timeIntervalSince(links.entry.createdAt))),
    ])
  }
}
