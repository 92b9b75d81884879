import Domain
import Foundation

/// What the templates of the digest may name.
enum DigestView {
  static let shape = ViewShape([
    "name": .text,
    // The first of the news: "2 new openings and more"; and all of them: "2 new openings, 1 new colleague".
    "headline": .text, "summary": .text,
    // News by what they are about, each with up to ten colleagues.
    "sections": .list(section),
    // Whether the wait is asked for; the names that follow are those of the waiting-period email.
    "has-question": .flag, "has-present": .flag, "present": .text, "said": .text, "last-day": .text,
    "choices": .list(WaitingPeriodView.choice),
    // The page that offers fewer digests before none.
    "unsubscribe-link": .text,
  ])

  private static let section = ViewShape([
    "title": .text,
    // `detail` is where the colleague is, and how long they say the wait is, or what a referral between the two has come to;
    // empty when nothing is known.
    "items": .list(ViewShape(["who": .text, "has-detail": .flag, "detail": .text, "link": .text])),
    // Whether there are more than are named; if so, `more` says how many and `more-link` leads to where they are.
    "has-more": .flag, "more": .text, "more-link": .text,
  ])

  static func make(_ facts: DigestEmail, links: EmailLinks, unsubscribe: String) -> TemplateView {
    let zone = TimeZone(identifier: facts.timeZone) ?? .gmt
    let (askedAt, present) = (links.entry.createdAt, facts.question?.present)
    let choices =
      facts.question == nil
      ? []
      : WaitingPeriodView.choices(present: present, question: links.entry.id, askedAt: askedAt, links: links)
    let expiry = askedAt + LinkLifetimes.waitingPeriod
    return TemplateView([
      "name": .text(facts.name.onOneLine), "headline": .text(DigestWords.headline(facts)),
      "summary": .text(DigestWords.summary(facts)),
      "sections": .list(facts.sections.map { section($0, links: links) }),
      "has-question": .flag(facts.question != nil), "has-present": .flag(present != nil),
      "present": .text(present?.period.label ?? ""),
      "said": .text(present.map { StatedWaitWords.sentence($0, in: zone) } ?? ""),
      "last-day": .text(LocalDay(expiry - 86_400, in: zone).words), "choices": .list(choices),
      "unsubscribe-link": .text(unsubscribe),
    ])
  }

  private static func section(_ section: DigestSection, links: EmailLinks) -> TemplateView {
    TemplateView([
      "title": .text(DigestWords.title(section.kind)),
      "items": .list(section.items.map { item($0, links: links) }),
      "has-more": .flag(section.more > 0), "more": .text("And \(section.more) more"),
      "more-link": .text(moreLink(section.kind, links: links)),
    ])
  }

  private static func item(_ item: DigestItem, links: EmailLinks) -> TemplateView {
    let detail = detail(item)
    let link = item.referral.map { links.referralPage($0.id) } ?? links.listing(item.member)
    return TemplateView([
      "who": .text(item.name.onOneLine), "has-detail": .flag(!detail.isEmpty), "detail": .text(detail),
      "link": .text(link),
    ])
  }

  private static func detail(_ item: DigestItem) -> String {
    if let referral = item.referral {
      return referral.answer?.label ?? "A place is needed \(ReferralView.within(referral.weeks))"
    }
    return ([item.places.joined(separator: ", ")] + [item.wait?.label].compactMap(\.self))
      .filter { !$0.isEmpty }.joined(separator: " · ").onOneLine
  }

  private static func moreLink(_ kind: DigestSection.Kind, links: EmailLinks) -> String {
    switch kind {
    case .asked, .answers: return links.referrals
    case .openings: return links.savedSearches
    case .joined: return links.listings
    case .recommendations:
      guard case .practitioner(let id) = links.entry.recipient else { return links.listings }
      return links.listing(id)
    }
  }
}
