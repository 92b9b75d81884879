/// Who may fit, and why; and when they are few, which wish to give up.
struct MatchesPage: Page {
  /// A wish that can be given up, by a press.
  struct Way: Sendable {
    /// The value of its button.
    let waiver: String
    /// "Go farther: up to 150 km"
    let label: String
    /// "4 people"
    let total: String
  }

  /// A wish that was given up.
  struct GivenUp: Sendable {
    /// "People up to 150 km away are shown as well."
    let sentence: String
    let path: LinkTarget
  }

  /// What was answered to one question.
  struct Answer: Sendable {
    let ask: String
    let words: String
    let path: LinkTarget
  }

  let rows: [MatchRow.Row]
  /// How many there are on all pages together.
  let total: Int
  /// The page with more of them.
  let more: LinkTarget?
  let ways: [Way]
  /// What was given up, each with the question that takes it back.
  var givenUp: [GivenUp] = []
  let answers: [Answer]
  /// Why whoever answered cannot book by themselves.
  var booking: BookingNote?

  /// Who books instead.
  enum BookingNote: Sendable {
    /// The young person is under 16.
    case askAnAdult
    /// Somebody who is neither answered.
    case guardianBooks
  }

  var title: String { heading }

  @HTMLBuilder var body: some HTML {
    CrisisBar()
    h1 { heading }
    if let booking { note(booking) }
    givenUp.map { wish in
      p(.class("quiet small")) {
        wish.sentence
        " "
        a(.href(wish.path)) { "Take that back" }
      }
    }
    if !rows.isEmpty {
      p(.class("quiet")) {
        "Best fit first. People who fit equally well take turns. Nobody can pay to be here."
      }
      ul(.class("matches"), .role("list")) { rows.map(MatchRow.init) }
    }
    if let more { p { a(.class("button plain"), .href(more)) { "Show more" } } }
    if !ways.isEmpty { waysToMore }
    if rows.isEmpty {
      p {
        "Your GP can help as well, and so can the lines above. You can also "
        a(.href("/find")) { "start again" }
        "."
      }
    }
    review
    ClearAnswers()
  }

  private var heading: String {
    switch total {
    case 0: "Nobody fits all of this just now"
    case 1: "One person may fit"
    default: "\(total) people may fit"
    }
  }

  @HTMLBuilder private func note(_ booking: BookingNote) -> some HTML {
    p(.class("notice")) {
      switch booking {
      case .askAnAdult:
        "If you are under 16, a parent or guardian books for you: show them this page. If you would rather talk to someone "
        "first, call Kids Helpline on "
        a(.class("nowrap"), .href("tel:1800551800")) { "1800 55 1800" }
        ", at any hour."
      case .guardianBooks:
        "For somebody under 16, a parent or guardian books. From 16 they may book for themselves."
      }
    }
  }

  private var waysToMore: some HTML {
    form(.class("panel"), .method(.post), .action("/find/matches")) {
      h2 { rows.isEmpty ? "What would help" : "To see more people" }
      ul(.class("ruled"), .role("list")) {
        ways.map { way in
          li(.class("ruled-row")) {
            span {
              way.label
              span(.class("quiet")) { " – \(way.total)" }
            }
            button(
              .class("button plain"), .type("submit"), .name("give-up"), .value(way.waiver),
              .ariaLabel("Show them: \(way.label)")
            ) { "Show them" }
          }
        }
      }
    }
  }

  private var review: some HTML {
    details(.class("fold")) {
      summary { span { "Your answers" } }
      dl(.class("answers")) {
        answers.map { answer in
          div {
            dt { answer.ask }
            dd {
              answer.words
              " "
              a(.class("small"), .href(answer.path), .ariaLabel("Change: \(answer.ask)")) { "Change" }
            }
          }
        }
      }
    }
  }
}
