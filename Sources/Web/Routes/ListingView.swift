import Domain
import Foundation

/// A listing in words, for one reader's zone.
struct ListingView: Sendable {
  let site: Site
  let zone: TimeZone
  let reader: Practitioner
  let directory: Directory
  let recommendations: Recommendations

  /// What `reader` sees.
  init(site: Site, reader: Practitioner, directory: Directory? = nil) {
    self.site = site
    self.reader = reader
    zone = site.zone(of: reader)
    self.directory = directory ?? site.store.directory
    recommendations = site.store.recommendations
  }

  /// Areas shown in a list; the rest are counted.
  private static let mostAreas = 4
  /// Facets whose words a row shows when they were looked for.
  private static let shown: [Facet] = [.area, .modality, .service, .language, .funding]

  /// A row of what was found. What was looked for comes before the other areas.
  func row(_ hit: SearchResults.Hit, matched: [Facet: Set<String>] = [:]) -> ListingsPage.Row {
    let listing = hit.listing
    let sought = Self.shown.flatMap { facet in
      facet.values(of: listing.profile).filter { matched[facet]?.contains($0) ?? false }
        .compactMap { site.reference.facets.label(of: $0, in: facet) }
    }
    let others = listing.profile.areas.filter { !(matched[.area]?.contains($0) ?? false) }
    let areas = labels(others, in: site.taxonomy.areas)
    let room = max(0, Self.mostAreas - sought.count)
    return ListingsPage.Row(
      path: "/practitioners/\(listing.practitioner.text)", name: listing.name,
      pronouns: listing.profile.pronouns,
      profession: profession(listing), places: listing.profile.locations.map { "\($0.locality) \($0.state)" },
      modes: labels(listing.profile.sessionModes, in: site.taxonomy.sessionModes),
      wait: site.standing(listing.wait, awayUntil: listing.awayUntil, zone: zone), badge: badge(listing),
      matched: sought, areas: Array(areas.prefix(room)), furtherAreas: max(0, areas.count - room),
      portrait: .of(listing), recommended: recommended(listing),
      distance: hit.kilometres.map(SearchWords.distance),
      pick: mayRefer(to: listing) ? listing.practitioner.text : nil)
  }

  /// Whether the reader may ask a colleague to take an enquiry: neither themselves nor one who is away.
  func mayRefer(to listing: Listing) -> Bool {
    reader.isListed && reader.id != listing.practitioner && !listing.isAway(at: site.now())
  }

  /// How many would refer to them: a fact beside the others, and nothing to be ranked by.
  private func recommended(_ listing: Listing) -> String? {
    let count = recommendations.of(listing.practitioner, in: directory).count
    return count > 0 ? "Recommended by \(count)" : nil
  }

  func page(_ listing: Listing, _ recommendations: RecommendationPanel? = nil) -> ListingPage {
    ListingPage(
      name: listing.name, pronouns: listing.profile.pronouns, profession: profession(listing),
      wait: site.standing(listing.wait, awayUntil: listing.awayUntil, zone: zone), badge: badge(listing),
      bio: listing.profile.bio,
      email: listing.email.text, groups: groups(listing), portrait: .of(listing),
      recommendations: recommendations)
  }

  /// Only what the practitioner said in person, lately, earns the badge.
  private func badge(_ listing: Listing) -> String? {
    let now = site.now()
    guard let wait = listing.wait, !listing.isAway(at: now), listing.freshness(now: now) == .updated else {
      return nil
    }
    return site.age(wait.confirmedAt, zone: zone) == "today" ? "Updated today" : "Updated recently"
  }

  func profession(_ listing: Listing) -> String {
    site.taxonomy.professions.label(of: listing.profile.profession) ?? listing.profile.profession
  }

  func labels(_ slugs: [String], in vocabulary: Vocabulary) -> [String] {
    slugs.map { vocabulary.label(of: $0) ?? $0 }
  }

  private func groups(_ listing: Listing) -> [ListingPage.Group] {
    let profile = listing.profile
    let taxonomy = site.taxonomy
    let what = [
      fact("Areas", labels(profile.areas, in: taxonomy.areas)),
      fact("Approaches", labels(profile.modalities, in: taxonomy.modalities)),
      fact("Services", labels(profile.services, in: taxonomy.services)),
    ]
    let whom = [
      fact("Ages", labels(profile.ageGroups, in: taxonomy.ageGroups)),
      fact("Clients", labels(profile.clientTypes, in: taxonomy.clientTypes)),
      fact("Languages", profile.languages.map { site.languages.name(of: $0) ?? $0 }),
    ]
    let how = [
      fact("Places", profile.locations.map(\.label)),
      fact("Sessions", labels(profile.sessionModes, in: taxonomy.sessionModes)),
      fact("Hours", labels(profile.hours, in: taxonomy.hours)),
      fact("Funding", labels(profile.funding, in: taxonomy.funding)),
      fact("Fee", [profile.fee].compactMap(\.self)),
      fact("Gender", [profile.gender.map { taxonomy.genders.label(of: $0) ?? $0 }].compactMap(\.self)),
      fact("Accessibility", labels(profile.accessibility, in: taxonomy.accessibility)),
      fact("Registration", [profile.registrationNumber, verification(of: listing)]),
    ]
    return [("What", what), ("Whom", whom), ("Where and how", how)].compactMap { heading, facts in
      let said = facts.compactMap(\.self)
      return said.isEmpty ? nil : ListingPage.Group(heading: heading, facts: said)
    }
  }

  /// Whether the operator has found the number in the register; its form proves nothing.
  func verification(of listing: Listing) -> String {
    listing.verifiedAt.map { "Verified on \(LocalDay($0, in: zone).words)" }
      ?? "Registration not yet verified"
  }

  private func fact(_ name: String, _ values: [String]) -> ListingPage.Fact? {
    values.isEmpty ? nil : ListingPage.Fact(name: name, values: values)
  }
}
