/// The colleagues that a search finds, in the order they were given.
struct ListingsPage: Page {
  /// One colleague, in words that are ready to be read.
  struct Row: Sendable {
    let path: LinkTarget
    let name: String
    let pronouns: String?
    let profession: String
    /// "Corinda QLD".
    let places: [String]
    let modes: [String]
    let wait: StandingWait
    /// "Updated today", "Updated recently"; nil when it is neither.
    let badge: String?
    /// What was searched for and they offer.
    var matched: [String] = []
    /// The first few of the other practice areas.
    let areas: [String]
    /// How many areas are not among them.
    let furtherAreas: Int
    var portrait = Portrait.Kind.letters("", .clay)
    /// "Recommended by 4"; nil when nobody does.
    var recommended: String?
    /// "3.2 km": to the nearest of their places; nil when nothing is near or far.
    var distance: String?
    /// By which they are chosen for a referral; nil where they cannot be.
    var pick: String?
  }

  /// How many there are on all pages together.
  let total: Int
  /// The number of the first row on this page, from 1.
  let first: Int
  /// The form, and who was found.
  var parts: ListedParts
  /// This page's number, from 1.
  let pageNumber: Int
  let pageCount: Int
  let previous: LinkTarget?
  let next: LinkTarget?
  /// What is wrong with the search.
  var problems = Problems()
  let offers: SearchOffers
  var chips: [SearchChips.Chip] = []
  /// What was typed for a place, and the places that may be meant.
  var places = PlaceChoices(typed: "", places: [])
  /// Keeps the search; nil where there is nothing to keep.
  var keeper: SearchKeeper?
  /// Ways out when nobody was found.
  var ways: [NobodyFound.Way] = []

  var title: String {
    problems.title(pageCount > 1 ? "Listings, page \(pageNumber) of \(pageCount)" : "Listings")
  }
  var width: PageWidth { .full }
  var navigationEntry: NavigationEntry? { .listings }
  var script: Asset? { .searchScript }

  @HTMLBuilder var body: some HTML {
    div(.class("list-head")) {
      h1 { "Listings" }
      p(.id("found"), .class("quiet live"), .role("status")) { count }
    }
    div(.id("problems"), .class("live")) { ProblemSummary(problems) }
    parts.form
    offers
    div(.id("results"), .class("results live")) {
      SearchChips(chips: chips)
      places
      if parts.isForReferral {
        form(.method(.get), .action("/referrals/new")) {
          parts.list
          div(.class("refer")) {
            button(.class("button"), .type("submit")) { "Refer to those chosen" }
            span(.class("quiet small")) { "Choose up to three." }
          }
        }
      } else if parts.count > 0 {
        parts.list
      } else {
        NobodyFound(isSearch: !chips.isEmpty, ways: ways)
      }
      paging
      if let keeper { keeper }
    }
  }

  private var count: String {
    let colleagues = total == 1 ? "1 colleague" : "\(total) colleagues"
    guard pageCount > 1 else { return colleagues }
    return "\(first)–\(first + parts.count - 1) of \(colleagues)"
  }

  @HTMLBuilder private var paging: some HTML {
    if pageCount > 1 {
      nav(.class("pages"), .ariaLabel("Pages")) {
        if let previous { a(.class("button plain"), .href(previous), .rel("prev")) { "Previous page" } }
        span(.class("quiet")) { "Page \(pageNumber) of \(pageCount)" }
        if let next { a(.class("button plain"), .href(next), .rel("next")) { "Next page" } }
      }
    }
  }
}
