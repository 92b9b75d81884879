/// What narrows the list, each with a link that drops it.
struct SearchChips: Component {
  /// One value of one filter.
  struct Chip: Sendable {
    let label: String
    /// The same search without it.
    let path: LinkTarget
  }

  let chips: [Chip]

  @HTMLBuilder var body: some HTML {
    if !chips.isEmpty {
      ul(.class("chips"), .role("list"), .ariaLabel("Filters in use")) {
        chips.map { chip in
          li {
            a(.class("chip"), .href(chip.path), .ariaLabel("Drop “\(chip.label)”")) {
              chip.label
              span(.class("cross"), .ariaHidden()) { "×" }
            }
          }
        }
        if chips.count > 1 { li { a(.class("chip plain"), .href("/listings")) { "Drop all" } } }
      }
    }
  }
}

/// Which place was meant, where several have the name: without scripts a click decides.
struct PlaceChoices: Component {
  /// What was typed.
  let typed: String
  let places: [(label: String, path: LinkTarget)]

  @HTMLBuilder var body: some HTML {
    if !places.isEmpty {
      div(.class("notice"), .role("status")) {
        p { "Which “\(typed)” do you mean? Distances are counted once you choose." }
        ul(.class("chips"), .role("list"), .ariaLabel("Places")) {
          places.map { place in li { a(.class("chip plain"), .href(place.path)) { place.label } } }
        }
      }
    }
  }
}

/// Nobody was found: which filter to drop, and how many there would be.
struct NobodyFound: Component {
  /// A filter whose loss would leave somebody.
  struct Way: Sendable {
    /// "Without “Within 10 km”"
    let label: String
    /// "14 colleagues"
    let total: String
    let path: LinkTarget
  }

  /// Whether anything was searched for at all.
  let isSearch: Bool
  let ways: [Way]

  var body: some HTML {
    div(.class("panel")) {
      h2 { isSearch ? "Nobody fits all of this" : "Nobody here yet" }
      p(.class("quiet")) { sentence }
      if !ways.isEmpty {
        ul(.class("ruled"), .role("list")) {
          ways.map { way in
            li(.class("ruled-row")) {
              a(.href(way.path)) { way.label }
              span(.class("quiet")) { way.total }
            }
          }
        }
      }
      if isSearch { p { a(.href("/listings")) { "Start anew with all colleagues" } } }
    }
  }

  private var sentence: String {
    switch (isSearch, ways.isEmpty) {
    case (false, _): "Colleagues appear here as soon as they join."
    case (true, false): "Dropping one filter is enough:"
    case (true, true): "No single filter is to blame; drop two or more."
    }
  }
}
