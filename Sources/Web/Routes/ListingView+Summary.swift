import Domain

extension ListingView {
  /// What a section of a listing says, in a line or a few.
  func summary(_ listing: Listing, of step: ListingStep) -> [String] {
    let (profile, taxonomy) = (listing.profile, site.taxonomy)
    switch step {
    case .profession:
      let name = profile.pronouns.map { "\(listing.name) (\($0))" } ?? listing.name
      return [name, profession(listing), "\(profile.registrationNumber) · \(verification(of: listing))"]
    case .places:
      return profile.locations.isEmpty ? ["Telehealth only"] : profile.locations.map(\.label)
    case .clients:
      return lines([
        labels(profile.ageGroups, in: taxonomy.ageGroups),
        labels(profile.clientTypes, in: taxonomy.clientTypes),
      ])
    case .areas:
      return lines([
        labels(profile.areas, in: taxonomy.areas), labels(profile.modalities, in: taxonomy.modalities),
        labels(profile.services, in: taxonomy.services),
      ])
    case .sessions:
      return lines([
        labels(profile.sessionModes, in: taxonomy.sessionModes), labels(profile.hours, in: taxonomy.hours),
        profile.languages.map { site.languages.name(of: $0) ?? $0 },
      ])
    case .about: return profile.bio.split(separator: "\n").prefix(1).map { String($0.prefix(160)) }
    case .wait:
      let standing = site.standing(listing.wait, awayUntil: listing.awayUntil, zone: zone)
      return [standing.band?.label, standing.freshness].compactMap(\.self)
    case .seekers:
      return [listing.facts.isOpenToSeekers ? "They may find you" : "Colleagues alone see your listing"]
    case .preview: return []
    }
  }

  private func lines(_ lists: [[String]]) -> [String] {
    lists.filter { !$0.isEmpty }.map { $0.joined(separator: " · ") }
  }
}
