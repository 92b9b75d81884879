import Domain
import Foundation

/// A listing in words, for one reader's zone.
struct ListingView: Sendable {
  let site: Site
  let zone: TimeZone

  /// Areas shown in a list; the rest are counted.
  private static let mostAreas = 4

  func row(_ listing: Listing) -> ListingsPage.Row {
    let areas = labels(listing.profile.areas, in: site.taxonomy.areas)
    return ListingsPage.Row(
      path: "/practitioners/\(listing.practitioner.text)", name: listing.name,
      pronouns: listing.profile.pronouns,
      profession: profession(listing), places: listing.profile.locations.map { "\($0.locality) \($0.state)" },
      modes: labels(listing.profile.sessionModes, in: site.taxonomy.sessionModes),
      wait: site.standing(listing.wait, awayUntil: listing.awayUntil, zone: zone), badge: badge(listing),
      areas: Array(areas.prefix(Self.mostAreas)), furtherAreas: max(0, areas.count - Self.mostAreas))
  }

  func page(_ listing: Listing) -> ListingPage {
    ListingPage(
      name: listing.name, pronouns: listing.profile.pronouns, profession: profession(listing),
      wait: site.standing(listing.wait, awayUntil: listing.awayUntil, zone: zone), badge: badge(listing),
      bio: listing.profile.bio,
      email: listing.email.text, groups: groups(listing.profile))
  }

  /// Only what the practitioner said in person, lately, earns the badge.
  private func badge(_ listing: Listing) -> String? {
    let now = site.now()
    guard let wait = listing.wait, !listing.isAway(at: now), listing.freshness(now: now) == .updated else {
      return nil
    }
    return site.age(wait.confirmedAt, zone: zone) == "today" ? "Updated today" : "Updated recently"
  }

  private func profession(_ listing: Listing) -> String {
    site.taxonomy.professions.label(of: listing.profile.profession) ?? listing.profile.profession
  }

  private func labels(_ slugs: [String], in vocabulary: Vocabulary) -> [String] {
    slugs.map { vocabulary.label(of: $0) ?? $0 }
  }

  private func groups(_ profile: Profile) -> [ListingPage.Group] {
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
      fact("Registration", [profile.registrationNumber]),
    ]
    return [("What", what), ("Whom", whom), ("Where and how", how)].compactMap { heading, facts in
      let said = facts.compactMap(\.self)
      return said.isEmpty ? nil : ListingPage.Group(heading: heading, facts: said)
    }
  }

  private func fact(_ name: String, _ values: [String]) -> ListingPage.Fact? {
    values.isEmpty ? nil : ListingPage.Fact(name: name, values: values)
  }
}
