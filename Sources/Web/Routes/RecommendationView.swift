import Domain

extension Site {
  /// The page of a colleague as a member sees it; nil when there is none. `typed` is a sentence that was too long.
  func listingPage(_ id: Practitioner.ID?, for member: SiteContext.Member, typed: String? = nil)
    -> ListingPage?
  {
    let view = ListingView(site: self, reader: member.practitioner)
    guard let id, let listing = view.directory[id] else { return nil }
    var page = view.page(listing, recommendationPanel(listing, for: member, view, typed: typed))
    if view.mayRefer(to: listing) { page.refer = ReferralView.path(to: [id]) }
    return page
  }

  private func recommendationPanel(
    _ listing: Listing, for member: SiteContext.Member, _ view: ListingView, typed: String?
  ) -> RecommendationPanel {
    let trusted = view.recommendations.recommended(by: member.practitioner.id, in: view.directory)
    let recommenders = view.recommendations.of(listing.practitioner, in: view.directory)
      .compactMap { said in view.directory[said.recommender].map { (said, $0.name) } }
      .sorted { Self.key($0, trusted) < Self.key($1, trusted) }
    return RecommendationPanel(
      summary: RecommendationWords.summary(
        total: recommenders.count, trusted: recommenders.count { trusted.contains($0.0.recommender) }),
      recommenders: recommenders.map { said, name in
        .init(name: name, path: "/practitioners/\(said.recommender)", sentence: said.sentence)
      },
      offer: offer(listing.practitioner, member, view, typed: typed), name: listing.name,
      path: "/practitioners/\(listing.practitioner)/recommendation", formToken: formToken(member))
  }

  /// Those whom the reader trusts come first, all by name: by nothing that could be earned.
  private static func key(
    _ entry: (said: Recommendation, name: String), _ trusted: Set<Practitioner.ID>
  ) -> (Int, String, Practitioner.ID) {
    (trusted.contains(entry.said.recommender) ? 0 : 1, entry.name.lowercased(), entry.said.recommender)
  }

  private func offer(
    _ colleague: Practitioner.ID, _ member: SiteContext.Member, _ view: ListingView, typed: String?
  ) -> RecommendationPanel.Offer {
    let own = member.practitioner
    guard own.id != colleague else { return .none }
    let problem = typed.map { _ in "Shorten the sentence to \(Recommendation.mostScalars) characters." }
    if let present = view.recommendations[own.id, colleague] {
      return .stands(typed: typed ?? present.sentence, problem: problem)
    }
    return own.isListed ? .recommend(typed: typed ?? "", problem: problem) : .publishFirst
  }
}
