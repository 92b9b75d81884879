import Domain
import Foundation

/// What the templates of a yes may name.
enum ReferralYesView {
  static let shape = ViewShape([
    "name": .text,
    // Who says yes: "Dr Amelia Gunn".
    "colleague": .text,
    // "Yes, have them call me", as they pressed it.
    "answer": .text,
    // Whether they offer a place at once, rather than after a wait.
    "is-at-once": .flag,
    // The referral's page.
    "link": .text,
  ])

  static func make(_ facts: ReferralYesEmail, links: EmailLinks) -> TemplateView {
    TemplateView([
      "name": .text(facts.name.onOneLine), "colleague": .text(facts.colleague.onOneLine),
      "answer": .text(ReferralAnswer.yes(from: facts.from).label), "is-at-once": .flag(facts.from == nil),
      "link": .text(links.referralPage(facts.referral)),
    ])
  }
}

/// What the templates of a referral's end may name.
enum ReferralClosedView {
  static let shape = ViewShape([
    "name": .text,
    // Who asked: "Dr Amelia Gunn".
    "referrer": .text,
    // The day of the question: "1 December 2026".
    "asked-day": .text,
    // Whether somebody takes the enquiry, rather than that nobody need.
    "is-placed": .flag,
    // The referral's page.
    "link": .text,
  ])

  static func make(_ facts: ReferralClosedEmail, links: EmailLinks) -> TemplateView {
    let zone = TimeZone(identifier: facts.timeZone) ?? .gmt
    return TemplateView([
      "name": .text(facts.name.onOneLine), "referrer": .text(facts.referrer.onOneLine),
      "asked-day": .text(LocalDay(facts.askedAt, in: zone).words),
      "is-placed": .flag(facts.closing == .placed), "link": .text(links.referralPage(facts.referral)),
    ])
  }
}
