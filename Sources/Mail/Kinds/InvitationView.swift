import Domain
import Foundation

/// What the templates of the invitation may name.
enum InvitationView {
  static let shape = ViewShape([
    // Who invites: "Dr Amelia Gunn".
    "inviter": .text,
    // Whether the inviter wrote something, and what: one line.
    "has-note": .flag, "note": .text,
    "link": .text,
    // The last day that the link works all day: "26 January 2027".
    "last-day": .text,
  ])

  static func make(_ facts: InvitationEmail, links: EmailLinks) throws(MessageMakerError) -> TemplateView {
    let zone = TimeZone(identifier: facts.timeZone) ?? .gmt
    return TemplateView([
      "inviter": .text(facts.inviter.onOneLine), "has-note": .flag(!facts.note.isEmpty),
      "note": .text(facts.note.onOneLine), "link": .text(try links.invitation(facts)),
      "last-day": .text(LocalDay(facts.expiresAt - 86_400, in: zone).words),
    ])
  }
}
