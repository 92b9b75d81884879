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
    // What to do when it was not them, to finish a sentence, and where.
    "remedy": .text, "link": .text,
    // What that does.
    "effect": .text,
  ])

  static func make(_ facts: AccountNoticeEmail, links: EmailLinks) -> TemplateView {
    TemplateView([
      "name": .text(facts.name.onOneLine), "headline": .text(facts.news.headline),
      "sentence": .text(facts.news.sentence), "moment": .text(moment(facts)),
      "remedy": .text(facts.news.remedy.words), "link": .text(link(facts.news.remedy, links)),
      "effect": .text(facts.news.remedy.effect),
    ])
  }

  private static func link(_ remedy: AccountNews.Remedy, _ links: EmailLinks) -> String {
    switch remedy {
    case .newPassword: links.forgottenPage
    case .unlinking: links.providerPage
    case .asking: links.helpPage
    }
  }

  private static func moment(_ facts: AccountNoticeEmail) -> String {
    let zone = TimeZone(identifier: facts.timeZone) ?? .gmt
    let browser = facts.browser.isEmpty ? "" : " in \(facts.browser.onOneLine)"
    return "on \(LocalMoment(facts.at, in: zone).words)\(browser)"
  }
}

extension AccountNews.Remedy {
  /// After "If it was not you,".
  fileprivate var words: String {
    switch self {
    case .newPassword: "choose a new password now, and tell us"
    case .unlinking: "unlink it, and tell us"
    case .asking: "tell us at once; this page says how"
    }
  }

  fileprivate var effect: String {
    switch self {
    case .newPassword: "That signs everybody else out of your account."
    case .unlinking: "Then sign out everywhere else, on the page about sign-in and security."
    case .asking: "We alone can give you your account back: sign-in links go to the new address."
    }
  }
}
