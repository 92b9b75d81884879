import Foundation

/// How well a listing that passes fits, in hundredths of points. Each part only grows as a listing improves: as it says more of
/// what is asked for, waits less, was confirmed later, or is nearer.
struct MatchScore {
  let needs: SeekerNeeds
  let rules: MatchingRules
  let now: Date
  private let concerns: [SeekerNeeds.Concern]
  private let approaches: [SeekerNeeds.Concern]

  init(_ needs: SeekerNeeds, _ rules: MatchingRules, now: Date) {
    self.needs = needs
    self.rules = rules
    self.now = now
    concerns = needs.concerns.filter { !$0.isApproach }
    approaches = needs.concerns.filter(\.isApproach)
  }

  func of(_ listing: Listing, kilometres: Double?) -> Int {
    let profile = listing.profile
    return earned(.concerns, share(concerns, of: profile))
      + earned(.approaches, share(approaches, of: profile))
      + earned(.wait, wait(listing.wait?.period)) + earned(.confirmation, confirmation(listing))
      + earned(.distance, distance(kilometres))
      + earned(.language, needs.language.map(profile.languages.contains) ?? false ? 1 : 0)
      + earned(.gender, profile.gender.map(needs.genders.contains) ?? false ? 1 : 0)
  }

  private func earned(_ part: MatchingRules.Part, _ share: Double) -> Int {
    Int((Double(rules.points[part] ?? 0) * 100 * share).rounded())
  }

  private func share(_ wanted: [SeekerNeeds.Concern], of profile: Profile) -> Double {
    guard !wanted.isEmpty else { return 0 }
    return Double(wanted.count { $0.fits(profile) }) / Double(wanted.count)
  }

  /// In full for a wait that will do; each band beyond takes a quarter.
  private func wait(_ period: WaitingPeriod?) -> Double {
    guard let period else { return 0 }
    let late = period.rank - (needs.longestWait ?? .sixMonths).rank
    return max(0, 1 - Double(max(0, late)) / 4)
  }

  private func confirmation(_ listing: Listing) -> Double {
    switch listing.freshness(now: now) {
    case .updated: 1
    case .current: 0.5
    case .stale: 0
    }
  }

  /// In full next door, nothing at the farthest.
  private func distance(_ kilometres: Double?) -> Double {
    guard let kilometres else { return 0 }
    let (near, farthest) = (Double(rules.near), max(needs.within, Double(rules.near) + 1))
    return min(1, max(0, (farthest - kilometres) / (farthest - near)))
  }
}

extension SeekerNeeds.Concern {
  /// Whether a profile says any of it.
  func fits(_ profile: Profile) -> Bool {
    slugs.contains { facet, wanted in facet.values(of: profile).contains(where: wanted.contains) }
  }
}
