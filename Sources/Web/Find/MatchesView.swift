import Domain

/// Who may fit, in the words of the page.
struct MatchesView: Sendable {
  let site: Site
  let enquiry: Enquiry
  let matching: Matching
  /// Those who are shown.
  let matches: [Match]
  /// Those of them who have free times to choose from.
  let free: Set<Practitioner.ID>
  let pages: Int
  /// Whether no further page is shown.
  let isLast: Bool

  private var form: EnquiryForm { site.enquiryForm }
  private var rules: MatchingRules { site.reference.matching }

  var page: MatchesPage {
    let shown = pages * rules.shown
    let words = MatchWords(site: site, enquiry: enquiry, free: free)
    return MatchesPage(
      rows: matches.map(words.row), total: matching.count,
      more: matching.count > shown && !isLast ? "/find/matches?pages=\(pages + 1)" : nil, ways: ways,
      givenUp: givenUp,
      answers: answers, booking: booking)
  }

  private var booking: MatchesPage.BookingNote? {
    guard !form.mayBook(enquiry) else { return nil }
    return form.filledBy(enquiry) == .younger ? .askAnAdult : .guardianBooks
  }

  private var ways: [MatchesPage.Way] {
    guard matching.count < rules.few else { return [] }
    return form.relaxations(of: enquiry, site.index, rules, now: site.now()).map { way in
      MatchesPage.Way(
        waiver: way.waiver.rawValue, label: label(way.waiver),
        total: way.total == 1 ? "1 person" : "\(way.total) people")
    }
  }

  private var givenUp: [MatchesPage.GivenUp] {
    MatchWaiver.allCases.filter(enquiry.waivers.contains).map { waiver in
      let shown =
        switch waiver {
        case .meeting: "People who meet in another way"
        case .distance: "People up to \(rules.farther) km away"
        case .paying: "People who are paid in another way"
        }
      return .init(sentence: shown + " are shown as well.", path: LinkTarget(FindRoutes.path(waiver.step)))
    }
  }

  private func label(_ waiver: MatchWaiver) -> String {
    switch waiver {
    case .meeting: "Meet in any way"
    case .distance: "Go farther, up to \(rules.farther) km"
    case .paying: "Pay in any way"
    }
  }

  private var answers: [MatchesPage.Answer] {
    form.steps(of: enquiry).compactMap { step in
      site.reference.questionnaire[step].map { question in
        MatchesPage.Answer(ask: question.ask, words: words(question), path: LinkTarget(FindRoutes.path(step)))
      }
    }
  }

  private func words(_ question: Questionnaire.Question) -> String {
    let said = question.fields.flatMap { field in
      if field.name.isText { return enquiry[field.name] }
      let chosen = Set(enquiry[field.name])
      return form.choices(of: field.name, in: enquiry).filter { chosen.contains($0.answer) }.map(\.words)
    }
    return said.isEmpty ? "Not said" : said.joined(separator: " · ")
  }
}
