import Domain
import Foundation

/// What the templates of the reminder may name: all that the question's may, and when that was asked.
enum WaitingPeriodReminderView {
  static let shape = WaitingPeriodView.shape.adding([
    // The day of the question: "1 December 2026".
    "asked-day": .text
  ])

  static func make(_ facts: WaitingPeriodReminderEmail, links: EmailLinks, unsubscribe: String)
    -> TemplateView
  {
    let asked = WaitingPeriodEmail(
      round: facts.round, name: facts.name, present: facts.present, timeZone: facts.timeZone)
    let view = WaitingPeriodView.make(
      asked, question: facts.question, askedAt: facts.askedAt, links: links, unsubscribe: unsubscribe)
    return view.adding(["asked-day": .text(LocalDay(facts.askedAt, in: asked.zone).words)])
  }
}
