/// The colleagues of a member, in the order they were given.
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
    /// The first few practice areas.
    let areas: [String]
    /// How many areas are not among them.
    let furtherAreas: Int
    var portrait = Portrait.Kind.letters("", .clay)
    /// "Recommended by 4"; nil when nobody does.
    var recommended: String?
  }

  /// How many there are on all pages together.
  let total: Int
  /// The number of the first row on this page, from 1.
  let first: Int
  /// At most 30.
  let rows: [Row]
  /// This page's number, from 1.
  let pageNumber: Int
  let pageCount: Int
  let previous: LinkTarget?
  let next: LinkTarget?
  /// Whether only those are shown whom one's own colleagues recommend.
  var isOfPeers = false

  var title: String {
    let name = isOfPeers ? "Recommended listings" : "Listings"
    return pageCount > 1 ? "\(name), page \(pageNumber) of \(pageCount)" : name
  }
  var width: PageWidth { .full }
  var navigationEntry: NavigationEntry? { .listings }

  @HTMLBuilder var body: some HTML {
    div(.class("list-head")) {
      h1 { "Listings" }
      if !rows.isEmpty { p(.class("quiet")) { count } }
    }
    views
    if rows.isEmpty {
      empty
    } else {
      ol(.class("listings"), .role("list")) {
        for row in rows { ListingRow(row: row) }
      }
      paging
    }
  }

  private var count: String {
    let colleagues = total == 1 ? "1 colleague" : "\(total) colleagues"
    guard pageCount > 1 else { return colleagues }
    return "\(first)–\(first + rows.count - 1) of \(colleagues)"
  }

  private var views: some HTML {
    nav(.class("views"), .ariaLabel("Which listings")) {
      a(.href("/listings"), .when(!isOfPeers, .ariaCurrent())) { "All colleagues" }
      a(.href("/listings?recommended=peers"), .when(isOfPeers, .ariaCurrent())) {
        "Recommended by colleagues you recommend"
      }
    }
  }

  private var empty: some HTML {
    div(.class("panel")) {
      h2 { "Nobody here yet" }
      p(.class("quiet")) {
        isOfPeers
          ? "Here you see whom your trusted colleagues recommend. Open the listing of somebody you would refer to, and say so there."
          : "Colleagues appear here as soon as they join."
      }
    }
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
