import Domain
import Foundation

/// What the templates of the digest may name.
enum DigestView {
  static let shape = ViewShape([
    "name": .text,
    // The first of the news: "2 new openings and more"; and all of them: "2 new openings, 1 new colleague".
    "headline": .text, "summary": .text,
    // News by what they are about, each with up to ten colleagues, or requests of help seekers.
    "sections": .list(section),
    // Whether help seekers can find the member; if so, "You offer 3 free times in the next two weeks." and where to offer more.
    "has-times": .flag, "times": .text, "times-link": .text,
    // Whether the wait is asked for; the names that follow are those of the waiting-period email.
    "has-question": .flag, "has-present": .flag, "present": .text, "said": .text, "last-day": .text,
    "choices": .list(WaitingPeriodView.choice),
    // Whether a link of it acts for the member without a sign-in.
    "is-own": .flag,
    // The page that offers fewer digests before none.
    "unsubscribe-link": .text,
  ])

  private static let section = ViewShape([
    "title": .text,
    // `detail` is where the colleague is, and how long they say the wait is, or what a referral between the two has come to, or
    // until when an answer is awaited; empty when nothing is known.
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
    let isOwn =
      facts.question != nil || facts.freeTimes != nil || facts.sections.contains { $0.kind == .requests }
    return TemplateView([
      "name": .text(facts.name.onOneLine), "headline": .text(DigestWords.headline(facts)),
      "summary": .text(DigestWords.summary(facts)),
      "sections": .list(facts.sections.map { section($0, in: zone, links: links) }),
      "has-times": .flag(facts.freeTimes != nil),
      "times": .text(facts.freeTimes.map(DigestWords.times) ?? ""),
      "times-link": .text(facts.freeTimes == nil ? "" : links.offering),
      "has-question": .flag(facts.question != nil), "has-present": .flag(present != nil),
      "present": .text(present?.period.label ?? ""),
      "said": .text(present.map { StatedWaitWords.sentence($0, in: zone) } ?? ""),
      "last-day": .text(LocalDay(expiry - 86_400, in: zone).words), "choices": .list(choices),
      "is-own": .flag(isOwn), "unsubscribe-link": .text(unsubscribe),
    ])
  }

  private static func section(_ section: DigestSection, in zone: TimeZone, links: EmailLinks) -> TemplateView
  {
    TemplateView([
      "title": .text(DigestWords.title(section.kind)),
      "items": .list(section.items.map { item($0, in: zone, links: links) }),
      "has-more": .flag(section.more > 0), "more": .text("And \(section.more) more"),
      "more-link": .text(moreLink(section.kind, links: links)),
    ])
  }

  private static func item(_ item: DigestItem, in zone: TimeZone, links: EmailLinks) -> TemplateView {
    let who = item.request == nil ? item.name.onOneLine : "Somebody asks for a time"
    let detail = detail(item, in: zone)
    return TemplateView([
      "who": .text(who), "has-detail": .flag(!detail.isEmpty), "detail": .text(detail),
      "link": .text(link(item, links: links)),
    ])
  }

  private static func link(_ item: DigestItem, links: EmailLinks) -> String {
    if let request = item.request { return links.request(request.id, for: .practitioner(request.number)) }
    if let referral = item.referral { return links.referralPage(referral.id) }
    // Whatever is no request is about a member.
    return item.member.map(links.listing) ?? links.listings
  }

  private static func detail(_ item: DigestItem, in zone: TimeZone) -> String {
    if let request = item.request {
      return "An answer is awaited until \(AppointmentWords.moment(request.answerBy, in: zone))"
    }
    if let referral = item.referral {
      return referral.answer?.label ?? "A place is needed \(ReferralView.within(referral.weeks))"
    }
    return ([item.places.joined(separator: ", ")] + [item.wait?.label].compactMap(\.self))
      .filter { !$0.isEmpty }.joined(separator: " · ").onOneLine
  }

  private static func moreLink(_ kind: DigestSection.Kind, links: EmailLinks) -> String {
    switch kind {
    case .requests: return links.requests
    case .asked, .answers: return links.referrals
    case .openings: return links.savedSearches
    case .joined: return links.listings
    case .recommendations:
      guard case .practitioner(let id) = links.entry.recipient else { return links.listings }
      return links.listing(id)
    }
  }
}
