import Foundation

@testable import Domain

/// Listings and searches by chance, over the taxonomy that ships. The same seed makes the same ones.
struct SearchSample {
  let reference: ReferenceData
  var chance: SeededGenerator

  init(seed: Int) throws {
    reference = try RepositoryData.all.get()
    chance = SeededGenerator(seed: UInt64(seed))
  }

  static let words = [
    "Zoë", "Ngata", "O’Connor", "Nguyễn", "trauma", "anxious", "couples", "An", "and", "Łukasz", "sleep",
    "EMDR",
    "unhurried", "c", "family",
  ]
  static let sought = [
    "zoe", "nga", "oconnor", "O'Connor", "nguyen", "trau", "bpd", "ocd", "MVA", "emdr", "an", "and",
    "lukasz s",
    "fam", "no-such-word", "c-ptsd", "%", "arab", "psychologist",
  ]

  /// A few places, so that several share one.
  var places: [PracticeLocation] {
    [
      "Corinda QLD 4075", "Fitzroy North VIC 3068", "Darwin NT 0800", "Parramatta NSW 2150",
      "Indooroopilly QLD 4068",
    ]
    .compactMap { PracticeLocation(label: $0) }
      + [PracticeLocation(postcode: "9999", locality: "Nowhere", state: "NSW")]
  }

  mutating func listing(_ number: Int, now: Date = Sample.now) throws -> Listing {
    var practitioner = try Sample.practitioner(number, standing: odds(10) ? .suspended : .active)
    practitioner.name = "\(odds(3) ? "Dr " : "")\(pick(Self.words)) \(pick(Self.words)) \(number % 7)"
    if odds(10) { practitioner.publishedAt = nil }
    practitioner.awayUntil = odds(8) ? now + Double(Int.random(in: -3...3, using: &chance)) * 3_600 * 9 : nil
    return Listing(of: practitioner, profile: profile(), wait: Sample.randomWait(using: &chance))
  }

  mutating func profile() -> Profile {
    var profile = Profile(profession: slug(.profession), registrationNumber: "PSY0000000001")
    profile.bio = (0..<Int.random(in: 0..<6, using: &chance)).map { _ in pick(Self.words) }.joined(
      separator: " ")
    profile.areas = slugs(.area, atMost: 6)
    profile.modalities = slugs(.modality, atMost: 4)
    profile.services = slugs(.service, atMost: 2)
    profile.ageGroups = slugs(.age, atMost: 3)
    profile.clientTypes = slugs(.client, atMost: 3)
    profile.sessionModes = slugs(.mode, atMost: 3)
    profile.funding = slugs(.funding, atMost: 4)
    profile.languages = slugs(.language, atMost: 2)
    profile.gender = odds(3) ? nil : slug(.gender)
    profile.hours = slugs(.hours, atMost: 2)
    profile.locations = (0..<Int.random(in: 0..<4, using: &chance)).map { _ in pick(places) }
    return profile
  }

  mutating func search() -> ListingSearch {
    var search = ListingSearch()
    if odds(3) { search.text = pick(Self.sought) }
    for facet in Facet.allCases where odds(9) { search.choose(Set(slugs(facet, atMost: 8)), in: facet) }
    if odds(3) { search.longestWait = pick(WaitingPeriod.allCases) }
    if odds(2) { search.near = pick(["Corinda QLD 4075", "3068", "Darwin NT 0800"]) }
    if odds(3) { search.within = pick([1, 10, 100, 1_000, 5_000]) }
    search.isOfPeers = odds(8)
    search.sort = pick(ListingSearch.Sort.allCases)
    return search
  }

  mutating func odds(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &chance) == 0 }

  mutating func pick<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &chance)]
  }

  private mutating func slug(_ facet: Facet) -> String { pick(reference.facets[facet]).slug }

  private mutating func slugs(_ facet: Facet, atMost limit: Int) -> [String] {
    Array(Set((0..<Int.random(in: 0...limit, using: &chance)).map { _ in slug(facet) })).sorted()
  }
}
