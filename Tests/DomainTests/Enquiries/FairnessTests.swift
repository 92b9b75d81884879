import Foundation
import Testing

@testable import Domain

@Suite struct `Equals take turns` {
  private static let day = LocalDay(Sample.now, in: Sample.sydney)
  private let rules = MatchingRules()

  /// Shows a page of some to so many seekers, as the site does, and counts.
  private func show(
    _ matching: Matching, times: Int, _ shown: inout [Practitioner.ID: Int], _ chance: inout SeededGenerator
  ) {
    for _ in 0..<times {
      let draws = (0..<MatchOrderDecision.draws).map { _ in
        let seed: UInt64 = chance.next()
        return MatchOrderDecision.Draw(seed: seed, page: matching.practitioners(rules.shown, seed: seed))
      }
      let decision = MatchOrderDecision.decide(draws, shown: shown, day: Self.day, rules: rules)
      for case .matchesShown(let page, _, _) in decision.changes {
        for id in page { shown[id, default: 0] += 1 }
      }
    }
  }

  @Test(.timeLimit(.minutes(2)))
  func `over ten thousand enquiries equals are shown alike, within a fifth`() throws {
    var sample = try EnquirySample(seed: 21)
    var listings = try (1...24).map { try `Who is shown to a help seeker`.fitting($0) }
    for index in listings.indices {
      listings[index].profile.sessionModes = ["in-person", "video-telehealth", "phone"]
    }
    // As good as each other, whatever is asked: they say the same.
    let enquiries = [EnquirySample.plain, EnquirySample.plain.merging([.meeting: ["video"]]) { $1 }]
    let index = sample.index(listings)
    let matchings = enquiries.map { sample.matching(sample.enquiry($0), in: index) }
    var counted: [Practitioner.ID: Int] = [:]
    var byChance: [Practitioner.ID: Int] = [:]
    for number in 0..<10_000 {
      let matching = matchings[number % matchings.count]
      if number % 10 == 0 { show(matching, times: 1, &counted, &sample.chance) }
      for id in matching.practitioners(rules.shown, seed: sample.chance.next()) {
        byChance[id, default: 0] += 1
      }
    }
    for shown in [counted, byChance] {
      #expect(shown.count == listings.count)
      let (least, most) = (Double(shown.values.min() ?? 0), Double(shown.values.max() ?? 0))
      #expect(most - least < 0.2 * least, "\(least) to \(most)")
    }
  }

  @Test func `somebody new is shown more than the others until they have caught up`() throws {
    var sample = try EnquirySample(seed: 22)
    let listings = try (1...40).map { try `Who is shown to a help seeker`.fitting($0) }
    let matching = sample.matching(sample.enquiry(EnquirySample.plain), in: sample.index(listings))
    var shown = Dictionary(uniqueKeysWithValues: listings.dropFirst().map { ($0.practitioner, 1_000) })
    show(matching, times: 300, &shown, &sample.chance)
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
