import Foundation
import Testing

@testable import Domain

@Suite struct `Equals take turns` {
  private static let day = LocalDay(Sample.now, in: Sample.sydney)
  private let rules = MatchingRules()

  private typealias Exposures = [Practitioner.ID: Int]

  private func draws(
    _ count: Int = MatchOrderDecision.draws, of matching: Matching, _ chance: inout SeededGenerator
  ) -> [MatchOrderDecision.Draw] {
    (0..<count).map { _ in
      let seed: UInt64 = chance.next()
      return MatchOrderDecision.Draw(seed: seed, page: matching.practitioners(rules.shown, seed: seed))
    }
  }

  /// Shows one of these pages to a seeker, as the site does, and counts.
  private func show(_ draws: [MatchOrderDecision.Draw], _ shown: inout Exposures) {
    let decision = MatchOrderDecision.decide(draws, shown: shown, day: Self.day, rules: rules)
    for case .matchesShown(let page, _, _) in decision.changes {
      for id in page { shown[id, default: 0] += 1 }
    }
  }

  /// So many listings that say the same, and pass the musts of most enquiries; in what is scored they are as chance has them.
  private func equals(_ group: Int, count: Int, _ sample: inout EnquirySample) throws -> [Listing] {
    var profile = try sample.listing(group).profile
    profile.ageGroups = ["infant", "child", "adolescent", "young-adult", "adult"]
    profile.clientTypes = ["individual", "couple"]
    profile.sessionModes = ["in-person", "video-telehealth", "phone"]
    profile.funding = ["medicare-better-access", "private", "workers-comp"]
    let places = ["Corinda QLD 4075", "Indooroopilly QLD 4068", "Fitzroy North VIC 3068"]
    profile.locations = places.compactMap { PracticeLocation(label: $0) }
    let wait = Sample.wait(sample.pick([.now, .twoWeeks]), daysAgo: sample.pick([1, 10]))
    let facts = ListingFacts(
      isOpenToSeekers: true, verification: .init(number: profile.registrationNumber, at: Sample.now))
    return try (1...count).map {
      Listing(of: try Sample.practitioner(group * 1_000 + $0), profile: profile, wait: wait, facts: facts)
    }
  }

  /// Groups of which each is shown often enough to judge, with the share by which its most shown exceeds its least.
  private func differences(_ groups: [[Listing]], _ shown: Exposures) -> [Double] {
    groups.compactMap { group in
      let counts = group.map { Double(shown[$0.practitioner] ?? 0) }
      guard let least = counts.min(), let most = counts.max() else { return nil }
      return counts.reduce(0, +) < 1_000 * Double(counts.count) ? nil : (most - least) / max(1, least)
    }
  }

  /// Each enquiry has orders enough that no seeker's twelve are another's.
  @Test(.timeLimit(.minutes(2)))
  func `over ten thousand random enquiries, equals among others are shown alike, within a fifth`() throws {
    var sample = try EnquirySample(seed: 21)
    let groups = try [4, 7, 8, 9].enumerated().map { try equals($0.offset + 1, count: $0.element, &sample) }
    let index = sample.index(try groups.joined() + (9_001...9_120).map { try sample.listing($0) })
    var drawn: [[MatchOrderDecision.Draw]] = []
    for _ in 0..<250 {
      let matching = sample.matching(sample.randomEnquiry(), in: index)
      drawn.append(draws(40, of: matching, &sample.chance))
    }
    var (byChance, counted, unturned): (Exposures, Exposures, Exposures) = ([:], [:], [:])
    for _ in 0..<10_000 {
      let orders = sample.pick(drawn)
      for id in sample.pick(orders).page { byChance[id, default: 0] += 1 }
      for id in orders[0].page { unturned[id, default: 0] += 1 }
      show((0..<MatchOrderDecision.draws).map { _ in sample.pick(orders) }, &counted)
    }
    for shown in [byChance, counted] {
      let differences = differences(groups, shown)
      #expect(differences.count >= 3 && differences.allSatisfy { $0 < 0.2 }, "\(differences)")
    }
    // An order that no chance turns is what this would find.
    #expect(differences(groups, unturned).contains { $0 > 0.2 })
  }

  @Test func `somebody new is shown more than the others until they have caught up`() throws {
    var sample = try EnquirySample(seed: 22)
    let listings = try (1...40).map { try `Who is shown to a help seeker`.fitting($0) }
    let matching = sample.matching(sample.enquiry(EnquirySample.plain), in: sample.index(listings))
    var shown = Dictionary(uniqueKeysWithValues: listings.dropFirst().map { ($0.practitioner, 1_000) })
    for _ in 0..<300 { show(draws(of: matching, &sample.chance), &shown) }
    let others = Double(listings.dropFirst().reduce(0) { $0 + (shown[$1.practitioner] ?? 0) } - 39_000) / 39
    #expect(Double(shown[listings[0].practitioner] ?? 0) > 3 * others)
  }

  @Test func `who fits better comes first, however often they were shown`() throws {
    var sample = try EnquirySample(seed: 23)
    var listings = try (1...20).map { try `Who is shown to a help seeker`.fitting($0) }
    listings[7].profile.areas = ["anxiety"]
    let matching = sample.matching(sample.enquiry(EnquirySample.plain), in: sample.index(listings))
    for _ in 0..<200 {
      #expect(matching.practitioners(1, seed: sample.chance.next()) == [listings[7].practitioner])
    }
  }

  @Test func `the page shown least lately is taken, and counted`() {
    let (one, two, three) = (
      Sample.id(1, of: Practitioner.self), Sample.id(2, of: Practitioner.self),
      Sample.id(3, of: Practitioner.self)
    )
    let draws = [
      MatchOrderDecision.Draw(seed: 7, page: [one, two]), .init(seed: 8, page: [two, three]),
      .init(seed: 9, page: [three, two]),
    ]
    let decision = MatchOrderDecision.decide(draws, shown: [one: 5, three: 2], day: Self.day, rules: rules)
    #expect(decision.outcome == 8 && decision.emails.isEmpty)
    #expect(
      decision.changes == [
        .matchesShown([two, three], on: Self.day, countedFrom: LocalDay(number: Self.day.number - 27))
      ])
    #expect(
      MatchOrderDecision.decide([.init(seed: 1, page: [])], shown: [:], day: Self.day, rules: rules).changes
        .isEmpty)
    #expect(MatchOrderDecision.decide([], shown: [:], day: Self.day, rules: rules).outcome == nil)
  }

  @Test func `the index follows who opts in, is verified, and no longer is`() throws {
    let sample = try EnquirySample()
    var listing = try `Who is shown to a help seeker`.fitting(1)
    var directory = Directory([listing])
    var index = SearchIndex(directory, reference: sample.reference, now: Sample.now, zone: Sample.sydney)
    let needs = sample.form.needs(of: sample.enquiry(EnquirySample.plain), rules)
    func count() -> Int { Matching(index, needs: needs, rules: rules, now: Sample.now).count }
    #expect(count() == 1)
    for (isOpen, number, expected) in [
      (false, "PSY0000000001", 0), (true, "PSY0000000001", 1), (true, "other", 0),
    ] {
      listing.facts.isOpenToSeekers = isOpen
      listing.facts.verification?.number = number
      directory.set(listing, of: listing.practitioner)
      index.follow(directory, reference: sample.reference, now: Sample.now, zone: Sample.sydney)
      #expect(count() == expected)
    }
  }
}
