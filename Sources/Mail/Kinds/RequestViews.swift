import Domain
import Foundation

/// What the templates of the question about a request may name.
enum RequestConfirmView {
  static let shape = ViewShape([
    // Whom it asks: "Dr Amelia Gunn"; whether others are asked after them.
    "practitioner": .text, "asks-next": .flag, "link": .text,
  ])

  static func make(_ facts: RequestConfirmEmail, links: EmailLinks) -> TemplateView {
    TemplateView([
      "practitioner": .text(facts.practitioner.onOneLine), "asks-next": .flag(facts.asksNext),
      "link": .text(links.request(facts.request, for: .seeker)),
    ])
  }
}

/// What the templates of a request to a practitioner may name. Who asks, and what for, is behind its links.
enum RequestView {
  static let shape = ViewShape([
    "name": .text,
    // "Can you offer someone a time?", and why they are asked.
    "headline": .text, "sentence": .text,
    // Where all of it is; where the two other answers are.
    "link": .text, "no-link": .text, "full-link": .text,
    // "Thursday 3 December 2026, 9:05 am (Sydney time)".
    "answer-by": .text,
  ])

  static func make(_ facts: RequestEmail, links: EmailLinks) -> TemplateView {
    let link = links.request(facts.request, for: .practitioner(facts.number))
    let zone = TimeZone(identifier: facts.timeZone) ?? .gmt
    return TemplateView([
      "name": .text(facts.name.onOneLine),
      "headline": .text(facts.isAgain ? "Can you offer another time?" : "Can you offer someone a time?"),
      "sentence": .text(
        facts.isAgain
          ? "The time that you offered does not suit whoever asked for it. They ask for another."
          : "Somebody found you on the site and asks for an appointment. You publish no free times there, so they ask for one."
      ),
      "link": .text(link), "no-link": .text("\(link)/no"), "full-link": .text("\(link)/full"),
      "answer-by": .text(AppointmentWords.moment(facts.answerBy, in: zone)),
    ])
  }
}

/// What the templates of the news about a request may name.
enum RequestNewsView {
  static let shape = ViewShape([
    // "We have asked someone else", and what it means.
    "headline": .text, "sentence": .text,
    // Where the reader goes on, and what that is.
    "link": .text, "link-label": .text,
  ])

  static func make(_ facts: RequestNewsEmail, links: EmailLinks) -> TemplateView {
    switch facts.news {
    case .passedOn:
      TemplateView([
        "headline": .text("We have asked someone else"),
        "sentence": .text(
          "No time came from whoever we asked before. As you wished, we have asked \(facts.practitioner.onOneLine) now, "
            + "who has two days to answer. You need not do anything."),
        "link": .text(links.request(facts.request, for: .seeker)),
        "link-label": .text("See your request"),
      ])
    case .over:
      TemplateView([
        "headline": .text("No time has come of your request"),
        "sentence": .text(
          "We are sorry: whoever we asked has no time to offer you just now. That says nothing about you. There may be others "
            + "who fit."),
        "link": .text(links.find), "link-label": .text("Find someone else"),
      ])
    }
  }
}

extension EmailLinks {
  /// The page of a request for one reader: there it is confirmed, answered or taken back.
  func request(_ id: TimeRequest.ID, for reader: RequestReader) -> String {
    let token = LinkToken(
      .request, subject: id, choice: reader.code, expiresAt: entry.createdAt + LinkLifetimes.booking)
    return "\(site.siteURL)/q/\(keys.seal(token))"
  }

  /// All requests that wait for the member.
  var requests: String { "\(appointmentsPage)#requests" }

  /// Where somebody looks for help.
  var find: String { "\(site.siteURL)/find" }
}
