import Domain
import Foundation

/// What the templates of the waiting-period email may name.
enum WaitingPeriodView {
  static let shape = ViewShape([
    "name": .text,
    // The round's month: "December 2026".
    "month": .text,
    // Whether the listing says a wait at all; if so, `present` is its label and `said` the sentence of when and how.
    "has-present": .flag, "present": .text, "said": .text,
    // The seven bands, in order.
    "choices": .list(ViewShape(["label": .text, "link": .text, "is-present": .flag])),
    // The last day that the buttons work all day: "26 January 2027".
    "last-day": .text,
    // What unsubscribing stops: "the monthly waiting-period emails".
    "stream": .text, "unsubscribe-link": .text,
  ])

  static func make(_ facts: WaitingPeriodEmail, links: EmailLinks, unsubscribe: String) -> TemplateView {
    // Zones are checked when they are stored; should one be unknown here, a date in UTC is a day off at most.
    let zone = TimeZone(identifier: facts.timeZone) ?? .gmt
    let expiry = links.entry.createdAt + LinkLifetimes.waitingPeriod
    return TemplateView([
      "name": .text(facts.name.onOneLine), "month": .text(facts.round.words),
      "has-present": .flag(facts.present != nil), "present": .text(facts.present?.period.label ?? ""),
      "said": .text(facts.present.map { StatedWaitWords.sentence($0, in: zone) } ?? ""),
      "choices": .list(choices(facts.present?.period, links)),
      "last-day": .text(LocalDay(expiry - 86_400, in: zone).words),
      "stream": .text(EmailStream.rounds.words), "unsubscribe-link": .text(unsubscribe),
    ])
  }

  private static func choices(_ present: WaitingPeriod?, _ links: EmailLinks) -> [TemplateView] {
    WaitingPeriod.allCases.map { period in
      TemplateView([
        "label": .text(period.label), "link": .text(links.waitingPeriod(period)),
        "is-present": .flag(period == present),
      ])
    }
  }
}
