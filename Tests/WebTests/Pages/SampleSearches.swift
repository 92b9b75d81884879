@testable import Web

/// The search above the listings, empty and in use.
enum SampleSearches {
  static func form(_ problems: Problems = Problems(), chosen: Bool = false) -> SearchForm {
    SearchForm(
      text: chosen ? "trauma" : "", near: chosen ? "Corinda QLD 4075" : "",
      distances: options(
        [("", "Any distance"), ("10", "Within 10 km"), ("25", "Within 25 km")], chosen ? 2 : 0),
      waits: options([("", "Any wait"), ("now", "No wait (12)"), ("2-weeks", "Within 2 weeks (31)")], 0),
      orders: options([("availability", "Soonest available"), ("distance", "Nearest"), ("name", "Name")], 0),
      peers: ("Recommended by colleagues you recommend (7)", false),
      facets: [
        FacetChoices(
          name: "area", heading: "Practice areas",
          choices: [
            .init(value: "ptsd", label: "PTSD", count: 41, isChosen: chosen),
            .init(
              value: "complex-trauma-c-ptsd", label: "Complex trauma / C-PTSD", count: 33, isChosen: chosen),
            .init(value: "adhd-adult", label: "ADHD (adult)", count: 28, isChosen: false),
          ]),
        FacetChoices(
          name: "modality", heading: "Approaches",
          choices: [.init(value: "emdr", label: "EMDR", count: 19, isChosen: chosen)]),
        FacetChoices(name: "language", heading: "Languages", choices: []),
      ], problems: problems)
  }

  private static func options(_ pairs: [(String, String)], _ chosen: Int) -> [Choices.Choice] {
    pairs.enumerated().map {
      .init(value: $0.element.0, label: $0.element.1, isChosen: $0.offset == chosen)
    }
  }

  static let offers = SearchOffers(
    saved: [.init(name: "EMDR near the clinic", path: "/listings?modality=emdr", isShown: false)],
    suggested: [
      .init(
        name: "EMDR for complex trauma within 10 km, accepting new clients", path: "/listings?modality=emdr",
        isShown: false),
      .init(
        name: "Couples therapist (Gottman / EFT), evenings", path: "/listings?client=couple", isShown: true),
      .init(name: "ERP for OCD by video, any state", path: "/listings?mode=video-telehealth", isShown: false),
    ])

  /// Nobody found, a place that could be several, and what was wrong.
  static var narrow: ListingsPage {
    let problems = Problems("There is no such thing.", about: "find-place")
    var page = ListingsPage(
      total: 0, first: 1, parts: ListedParts(form(problems, chosen: true), rows: []), pageNumber: 1,
      pageCount: 1, previous: nil, next: nil, problems: problems, offers: offers)
    page.chips = [
      .init(label: "“trauma”", path: "/listings?modality=emdr"),
      .init(label: "EMDR", path: "/listings?q=trauma"),
    ]
    page.places = PlaceChoices(
      typed: "richmond",
      places: [("Richmond VIC 3121", "/listings?near=Richmond+VIC+3121"), ("Richmond NSW 2753", "/listings")])
    page.ways = [.init(label: "Without EMDR", total: "14 colleagues", path: "/listings?q=trauma")]
    page.keeper = SearchKeeper(query: "q=trauma", formToken: "t")
    return page
  }

  /// Found by distance, some without a place.
  static var near: ListingsPage {
    var rows = (0..<7).map(SamplePages.row)
    for index in rows.indices {
      rows[index].distance = "\(index + 1) km"
      rows[index].matched = ["EMDR", "Complex trauma / C-PTSD"]
    }
    let apart = [SamplePages.row(2), SamplePages.row(8)]
    var page = ListingsPage(
      total: 9, first: 1, parts: ListedParts(form(chosen: true), rows: rows, apart: apart), pageNumber: 1,
      pageCount: 1, previous: nil, next: nil, offers: offers)
    page.chips = [
      .init(label: "EMDR", path: "/listings"),
      .init(label: "Within 25 km of Corinda QLD 4075", path: "/listings"),
    ]
    page.keeper = SearchKeeper(query: "q=trauma", formToken: "t")
    return page
  }

  static func saved(_ problems: Problems = Problems()) -> SavedSearchesPage {
    SavedSearchesPage(
      rows: [
        .init(
          id: "1", name: "EMDR near the clinic", path: "/listings?modality=emdr",
          says: ["EMDR", "Within 10 km of Corinda QLD 4075"]),
        .init(id: "2", name: "Evenings", path: "/listings?hours=evening", says: ["Evening"]),
      ], formToken: "t", problems: problems)
  }
}
