import Domain
import Foundation

/// What the templates of a referral's question may name. Of the enquiry it says how soon, and no more.
enum ReferralView {
  static let shape = ViewShape([
    "name": .text,
    // Who asks: "Dr Amelia Gunn".
    "referrer": .text,
    // "within 4 weeks"
    "within": .text,
    // The four answers, in order.
    "choices": .list(ViewShape(["label": .text, "link": .text])),
    // Where the rest of it is.
    "details-link": .text,
    // The last day that an answer is expected all day: "7 December 2026".
    "last-day": .text,
  ])

  static func make(_ facts: ReferralEmail, links: EmailLinks) -> TemplateView {
    make(facts, question: links.entry.id, links: links)
  }

  /// The same for a reminder, whose buttons are those of the question.
  static func make(_ facts: ReferralEmail, question: OutboxEntry.ID, links: EmailLinks) -> TemplateView {
    let answers: [ReferralAnswer] = [.yes(from: nil), .yes(from: facts.wait), .no, .full]
    let choices = answers.map { answer in
      TemplateView([
        "label": .text(answer.label),
        "link": .text(links.referral(answer, answering: question, askedAt: facts.askedAt)),
      ])
    }
    let lapses = facts.askedAt + Asking.lapsesAfter
    return TemplateView([
      "name": .text(facts.name.onOneLine), "referrer": .text(facts.referrer.onOneLine),
      "within": .text(within(facts.weeks)),
      "choices": .list(choices),
      "details-link": .text(links.referral(nil, answering: question, askedAt: facts.askedAt)),
      "last-day": .text(LocalDay(lapses - 86_400, in: facts.zone).words),
    ])
  }
}

extension ReferralView {
  /// "within 4 weeks".
  static func within(_ weeks: Int) -> String { weeks == 1 ? "within a week" : "within \(weeks) weeks" }
}

/// What the templates of its reminder may name: all that the question's may, and when that was asked.
enum ReferralReminderView {
  static let shape = ReferralView.shape.adding([
    // The day of the question: "1 December 2026".
    "asked-day": .text
  ])

  static func make(_ facts: ReferralReminderEmail, links: EmailLinks) -> TemplateView {
    ReferralView.make(facts.asked, question: facts.question, links: links)
      .adding(["asked-day": .text(LocalDay(facts.asked.askedAt, in: facts.asked.zone).words)])
  }
}

extension ReferralEmail {
  /// Zones are checked when they are stored; should one be unknown here, a date in UTC is a day off at most.
  fileprivate var zone: TimeZone { TimeZone(identifier: timeZone) ?? .gmt }
}
