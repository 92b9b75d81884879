import Domain

@testable import Web

extension SamplePages {
  static let addressProblem = "Enter your email address in full, like name@example.com"
  static let earlier = StandingWait(band: WaitBand(.threeMonths), freshness: "confirmed 3 October 2026")
  static let today = StandingWait(band: WaitBand(.twoWeeks), freshness: "updated today")
  static let retraction = WaitingPeriodResultPage.Retraction(
    undoPath: "/w/1k2j3h4g5f/undo", changePath: "/w/1k2j3h4g5f", result: "result-token")

  static func asking(_ period: WaitingPeriod, submitsItself: Bool) -> WaitingPeriodPage {
    WaitingPeriodPage(
      choice: WaitBand(period), standing: earlier, path: "/w/1k2j3h4g5f", submitsItself: submitsItself)
  }

  /// A page of the list, best waits first.
  static func listings(count: Int) -> ListingsPage {
    ListingsPage(
      total: count > 0 ? 212 : 0, first: count > 0 ? 31 : 1,
      parts: ListedParts(SampleSearches.form(), rows: (0..<count).map(row)), pageNumber: count > 0 ? 2 : 1,
      pageCount: count > 0 ? 8 : 1,
      previous: count > 0 ? "/listings?page=1" : nil, next: count > 0 ? "/listings?page=3" : nil,
      offers: SampleSearches.offers)
  }

  private static let names = [
    "Dr Aroha Ngata", "Siobhán O’Connor-Fitzgerald", "Tom Baker", "Dr Nguyễn Thị Minh Khai",
    "Priya Raghunathan", "Marcus Wanganeen", "Dr Zoë Papadopoulos", "Jo Lee",
  ]
  private static let professions = [
    "Clinical psychologist", "Accredited mental health social worker", "Psychologist", "Psychiatrist",
    "Occupational therapist (mental health)",
  ]
  private static let places = [
    ["Corinda QLD", "Indooroopilly QLD"], ["Fitzroy North VIC"], [], ["Alice Springs NT"], ["Parramatta NSW"],
    ["Kangaroo Point QLD", "Woolloongabba QLD", "Coorparoo QLD"],
  ]
  private static let areas = [
    "ADHD (adult)", "Complex trauma / C-PTSD", "Perinatal depression & anxiety", "OCD",
  ]

  static func row(_ index: Int) -> ListingsPage.Row {
    let periods = WaitingPeriod.allCases
    let period = periods[min(index / 4, 6)]
    let isStated = index != 29
    return ListingsPage.Row(
      path: "/practitioners/\(index)", name: names[index % names.count],
      pronouns: index % 3 == 0 ? "she/her" : nil, profession: professions[index % professions.count],
      places: places[index % places.count],
      modes: index % 2 == 0 ? ["In person", "Video"] : ["Video", "Phone"],
      wait: StandingWait(
        band: isStated ? WaitBand(period) : nil,
        freshness: isStated ? "Confirmed \(index + 2) days ago" : nil),
      badge: index < 4 ? "Updated recently" : nil,
      areas: Array(areas.prefix(index % 5)), furtherAreas: index % 5 == 4 ? 7 : 0,
      portrait: .letters(Initials.of(names[index % names.count]), Portrait.Tone.allCases[index % 8]),
      recommended: index % 3 == 0 ? "Recommended by \(index + 1)" : nil,
      pick: index == 2 ? nil : "\(index)")
  }

  static let photo = Portrait.Kind.photo("/photos/\(SecretDigest(of: "a photo").text)")

  static func recommended(_ offer: RecommendationPanel.Offer) -> ListingPage {
    var page = listing
    page.portrait = .letters("SO", .fern)
    page.recommendations = RecommendationPanel(
      summary: "Recommended by 3, among them one you recommend",
      recommenders: [
        .init(
          name: "Tom Baker", path: "/practitioners/2", sentence: "Letters that say what one needs to know."),
        .init(name: "Dr Zoë Papadopoulos", path: "/practitioners/3", sentence: ""),
        .init(
          name: "Jo Lee", path: "/practitioners/4",
          sentence: "Rings back on the same day, and hands over with care."),
      ], offer: offer, name: listing.name, path: "/practitioners/1/recommendation", formToken: "t")
    return page
  }

  static let listing = ListingPage(
    name: "Siobhán O’Connor-Fitzgerald", pronouns: "she/they", profession: "Clinical psychologist",
    wait: StandingWait(band: WaitBand(.twoWeeks), freshness: "Confirmed 2 days ago"),
    badge: "Updated recently",
    bio: """
      I work with adults who live with the effects of trauma, and with people who care for others for a living.

      Sessions are unhurried; I reply to referrals within two working days.
      """,
    email: "siobhan@example.com",
    groups: [
      .init(
        heading: "Where and how",
        facts: [
          .init(name: "Places", values: ["Fitzroy North VIC 3068", "Castlemaine VIC 3450"]),
          .init(name: "Sessions", values: ["In person", "Video telehealth"]),
          .init(name: "Hours", values: ["Business hours", "Evenings"]),
        ]),
      .init(
        heading: "Who they see",
        facts: [
          .init(name: "Ages", values: ["18–25", "26–64"]),
          .init(name: "Clients", values: ["Individuals", "Couples"]),
          .init(name: "Languages", values: ["English", "Gaeilge", "Auslan"]),
        ]),
      .init(
        heading: "What they offer",
        facts: [
          .init(name: "Areas", values: ["Complex trauma / C-PTSD", "Grief & loss", "Birth trauma"]),
          .init(name: "Approaches", values: ["EMDR", "Schema therapy", "ACT"]),
          .init(name: "Services", values: ["Secondary consultation"]),
        ]),
      .init(
        heading: "Fees and funding",
        facts: [
          .init(name: "Fee", values: ["$250, concession $180"]),
          .init(name: "Funding", values: ["Medicare Better Access (MHTP)", "NDIS self-managed"]),
          .init(name: "Registration", values: ["PSY0001234567"]),
        ]),
    ])
}
