/// Somebody who fits, and why.
public struct Match: Sendable {
  /// The listing of whom it is about. What seekers are not told of it, no page of theirs says.
  public let listing: Listing
  /// In hundredths of points.
  public let score: Int
  /// To the nearest of their places; nil for who is not met in person.
  public let kilometres: Double?
  /// The ways to meet that were asked for and are offered, in the listing's order.
  public let modes: [String]
  /// The age groups that were asked for and are seen.
  public let ages: [String]
  /// The same of clients.
  public let clients: [String]
  /// The funding that was asked for and is taken.
  public let funding: [String]
  /// What of the concerns they work with, each slug once.
  public let found: [FacetValue]
  /// Whether they speak the language that is preferred.
  public let speaksLanguage: Bool
  /// Whether theirs is a gender that is preferred.
  public let isOfGender: Bool

  /// A slug of a facet.
  public struct FacetValue: Hashable, Sendable {
    /// Of which it is one.
    public let facet: Facet
    /// The slug.
    public let slug: String
  }

  init(_ listing: Listing, _ needs: SeekerNeeds, _ kilometres: Double?, score: Int) {
    let profile = listing.profile
    self.listing = listing
    self.score = score
    self.kilometres = kilometres
    modes = profile.sessionModes.filter { mode in
      needs.modes.contains(mode) && (kilometres != nil || !ListingProgress.modesWithPlace.contains(mode))
    }
    ages = profile.ageGroups.filter(needs.ages.contains)
    clients = profile.clientTypes.filter(needs.clients.contains)
    funding = profile.funding.filter(needs.funding.contains)
    var seen: Set<FacetValue> = []
    found = needs.concerns.flatMap { $0.found(in: profile) }.map {
      FacetValue(facet: $0.facet, slug: $0.slug)
    }
    .filter { seen.insert($0).inserted }
    speaksLanguage = needs.language.map(profile.languages.contains) ?? false
    isOfGender = profile.gender.map(needs.genders.contains) ?? false
  }
}
