/// What the link of a digest shows: a form that offers one more time, and what is offered already. Mail scanners open it too: only
/// the button publishes.
struct OfferingPage: Page {
  /// Why seekers see none of them yet; nil when they do.
  let closed: String?
  /// "Sydney time".
  let zone: String
  let offers: [SlotsPage.Offer]
  let typed: SlotsPage.Typed
  /// `/t/{token}`
  let path: LinkTarget
  var problems = Problems()

  var title: String { problems.title("Offer times") }

  @HTMLBuilder var body: some HTML {
    h1 { "Offer times" }
    ProblemSummary(problems)
    if let closed { p(.class("notice")) { closed } }
    SlotsExplained(zone: zone)
    NewSlotForm(typed: typed, path: path, problems: problems)
    if !offers.isEmpty {
      h2 { "What you offer now" }
      ul(.class("ruled"), .role("list")) {
        offers.map { offer in li(.class("ruled-row")) { OfferWords(offer: offer) } }
      }
    }
    AllTimes()
  }
}

/// What came of it, to whoever pressed: a time that is offered now, or was taken back.
struct OfferedPage: Page {
  /// Nil when it is offered no more.
  let offer: SlotsPage.Offer?
  /// Why seekers do not see it yet; nil when they do.
  let closed: String?
  /// `/t/{token}/{result}`
  let path: LinkTarget
  /// `/t/{token}`
  let again: LinkTarget

  /// What the button says that takes it back.
  static let undo = "undo"

  var title: String {
    offer == nil ? "Done: you do not offer that time any more" : "Done: you offer this time"
  }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    if let offer {
      if let closed { p(.class("notice")) { closed } }
      div(.class("panel")) { OfferWords(offer: offer) }
      form(.method(.post), .action(path)) {
        button(.class("button plain"), .type("submit"), .name("choice"), .value(Self.undo)) {
          "Undo: do not offer it"
        }
      }
    } else {
      p { "What is booked stays booked." }
    }
    p { a(.href(again)) { "Offer another time" } }
    AllTimes()
  }
}

/// The link of a digest that is too old.
struct OfferingExpiredPage: Page {
  var title: String { "This link has expired" }

  @HTMLBuilder var body: some HTML {
    h1 { title }
    p { "The links of a digest work for 45 days. What you offer has not changed." }
    AllTimes()
  }
}

/// Where a member changes everything about their times.
private struct AllTimes: Component {
  var body: some HTML {
    p(.class("quiet small")) {
      "To remove times, or to say how far ahead they may be booked, "
      a(.href("/profile/slots")) { "sign in" }
      "."
    }
  }
}
