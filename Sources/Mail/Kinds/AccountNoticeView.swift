import Domain
import Foundation

/// What the templates of the news about an account may name.
enum AccountNoticeView {
  static let shape = ViewShape([
    "name": .text,
    // "Your password was changed".
    "headline": .text,
    // What follows from it.
    "sentence": .text,
    // "on 3 December 2026 at 14:05 in Firefox on Windows".
    "moment": .text,
    // Where another password is asked for.
    "link": .text,
  ])

  static func make(_ facts: AccountNoticeEmail, links: EmailLinks) -> TemplateView {
    TemplateView([
      "name": .text(facts.name.onOneLine), "headline": .text(facts.news.headline),
      "sentence": .text(facts.news.sentence), "moment": .text(moment(facts)),
      "link": .text(links.forgottenPage),
    ])
  }

  private static func moment(_ facts: AccountNoticeEmail) -> String {
    let zone = TimeZone(identifier: facts.timeZone) ?? .gmt
    let browser = facts.browser.isEmpty ? "" : " in \(facts.browser.onOneLine)"
    return "on \(LocalMoment(facts.at, in: zone).words)\(browser)"
  }
}
