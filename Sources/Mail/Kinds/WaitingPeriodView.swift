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
    "choices": .list(choice),
    // The last day that the buttons work all day: "26 January 2027".
    "last-day": .text,
    // What unsubscribing stops: "the monthly waiting-period emails".
    "stream": .text, "unsubscribe-link": .text,
  ])

  /// What the template of a button may name.
  static let choice = ViewShape(["label": .text, "link": .text, "is-present": .flag])

  static func make(_ facts: WaitingPeriodEmail, links: EmailLinks, unsubscribe: String) -> TemplateView {
    make(
      facts, question: links.entry.id, askedAt: links.entry.createdAt, links: links, unsubscribe: unsubscribe)
  }

  /// The same for a reminder, whose buttons are those of the question.
  static func make(
    _ facts: WaitingPeriodEmail, question: OutboxEntry.ID, askedAt: Date, links: EmailLinks,
    unsubscribe: String
  ) -> TemplateView {
    let zone = facts.zone
    let expiry = askedAt + LinkLifetimes.waitingPeriod
    let choices = choices(present: facts.present, question: question, askedAt: askedAt, links: links)
    return TemplateView([
      "name": .text(facts.name.onOneLine), "month": .text(facts.round.words),
      "has-present": .flag(facts.present != nil), "present": .text(facts.present?.period.label ?? ""),
      "said": .text(facts.present.map { StatedWaitWords.sentence($0, in: zone) } ?? ""),
      "choices": .list(choices),
      "last-day": .text(LocalDay(expiry - 86_400, in: zone).words),
      "stream": .text(EmailStream.rounds.words), "unsubscribe-link": .text(unsubscribe),
    ])
  }

  /// The seven buttons.
  static func choices(present: StatedWait?, question: OutboxEntry.ID, askedAt: Date, links: EmailLinks)
    -> [TemplateView]
  {
    WaitingPeriod.allCases.map { period in
      TemplateView([
        "label": .text(period.label),
        "link": .text(links.waitingPeriod(period, answering: question, askedAt: askedAt)),
        "is-present": .flag(period == present?.period),
      ])
    }
  }
}

extension WaitingPeriodEmail {
  /// Zones are checked when they are stored; should one be unknown here, a date in UTC is a day off at most.
  var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }
}
