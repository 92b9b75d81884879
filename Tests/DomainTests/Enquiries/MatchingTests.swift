import Foundation
import Testing

@testable import Domain

@Suite struct `Who is shown to a help seeker` {
  private static let enquiries = 120

  /// The musts said plainly.
  private func passes(_ listing: Listing, _ needs: SeekerNeeds, _ sample: EnquirySample) -> Bool {
    let profile = listing.profile
    let kilometres = needs.origin.flatMap { origin in
      profile.locations.compactMap {
        sample.reference.localities.row(of: $0)?.coordinates.kilometres(to: origin)
      }.min()
    }
    let isMet = profile.sessionModes.contains { mode in
      guard needs.modes.contains(mode) else { return false }
      return ["in-person", "home-visit"].contains(mode) ? (kilometres ?? .infinity) <= needs.within : true
    }
    let isOpen = listing.wait.map { $0.period != .closed } ?? false
    let isConfirmed = listing.freshness(now: Sample.now) != .stale
    return listing.isPublished && listing.facts.isOpenToSeekers
      && listing.facts.verification?.number == profile.registrationNumber && isMet && isOpen && isConfirmed
      && !listing.isAway(at: Sample.now) && !needs.ages.isDisjoint(with: profile.ageGroups)
      && !needs.clients.isDisjoint(with: profile.clientTypes)
      && (needs.funding.isEmpty || !needs.funding.isDisjoint(with: profile.funding))
      && (needs.state.map { state in profile.locations.contains { $0.state == state } } ?? true)
  }

  @Test func `whoever fails a must is never shown, and everybody else is`() throws {
    var sample = try EnquirySample(seed: 11)
    let listings = try (1...300).map { try sample.listing($0) }
    let index = sample.index(listings)
    var shown = 0
    for _ in 0..<Self.enquiries {
      var enquiry = sample.randomEnquiry()
      if sample.odds(3) { enquiry = enquiry.waiving(sample.pick(MatchWaiver.allCases)) }
      let needs = sample.form.needs(of: enquiry, MatchingRules())
      let matching = Matching(index, needs: needs, rules: MatchingRules(), now: Sample.now)
      let expected = Set(listings.filter { passes($0, needs, sample) }.map(\.practitioner))
      #expect(Set(matching.practitioners(.max, seed: 1)) == expected)
      #expect(matching.count == expected.count)
      shown += expected.count
    }
    #expect(shown > Self.enquiries, "the sample finds somebody")
  }

  @Test func `the order depends on the seed, and on no order of the listings`() throws {
    var sample = try EnquirySample(seed: 12)
    let listings = try (1...120).map { try sample.listing($0) }
    let index = sample.index(listings)
    for seed in 0..<20 {
      let enquiry = sample.randomEnquiry()
      let one = sample.matching(enquiry, in: index)
      let other = sample.matching(enquiry, in: sample.index(listings.shuffled(using: &sample.chance)))
      let order = one.practitioners(.max, seed: UInt64(seed))
      #expect(order == other.practitioners(.max, seed: UInt64(seed)))
      #expect(one.practitioners(4, seed: UInt64(seed)) == Array(order.prefix(4)))
      let scores = one.first(.max, seed: UInt64(seed)).map { $0.score / 1_000 }
      #expect(scores == scores.sorted(by: >))
    }
  }

  /// Everything that somebody can do for their listing.
  private func improved(_ listing: Listing, _ sample: inout EnquirySample) -> Listing {
    var listing = listing
    let profile = listing.profile
    switch Int.random(in: 0..<8, using: &sample.chance) {
    case 0: listing.profile.areas = profile.areas + ["anxiety", "phobias", "grief-loss", "insomnia-sleep"]
    case 1: listing.profile.modalities = profile.modalities + ["emdr", "cbt"]
    case 2: listing.profile.languages = profile.languages + ["ar", "auslan"]
    case 3:
      listing.profile.locations.append(PracticeLocation(postcode: "4075", locality: "Corinda", state: "QLD"))
    case 4: listing.profile.gender = "female"
    case 5: listing.wait = StatedWait(.now, confirmedAt: Sample.now, means: .site)
    case 6:
      listing.wait = listing.wait.map { wait in
        let sooner = WaitingPeriod(rank: max(0, wait.period.rank - 1)) ?? wait.period
        return StatedWait(sooner, confirmedAt: wait.confirmedAt, means: wait.means)
      }
    default: listing.profile.services = profile.services + ["assessment-adhd-adult"]
    }
    return listing
  }

  @Test func `improving a listing never lowers its score, nor makes it fail a must`() throws {
    var sample = try EnquirySample(seed: 13)
    let listings = try (1...250).map { try sample.listing($0) }
    let index = sample.index(listings)
    var (compared, higher) = (0, 0)
    for _ in 0..<60 {
      let enquiry = sample.randomEnquiry()
      let before = sample.matching(enquiry, in: index).first(.max, seed: 1)
      let better = sample.index(before.map { improved($0.listing, &sample) })
      let after = sample.matching(enquiry, in: better).first(.max, seed: 1)
      let scores = Dictionary(uniqueKeysWithValues: after.map { ($0.listing.practitioner, $0.score) })
      for match in before {
        let score = try #require(scores[match.listing.practitioner])
        #expect(score >= match.score)
        compared += 1
        higher += score > match.score ? 1 : 0
      }
    }
    #expect(compared > 200 && higher > 50, "\(compared), \(higher)")
  }

  @Test(arguments: MatchingRules.Part.allCases)
  func `each part of the score puts whoever fits it first`(part: MatchingRules.Part) throws {
    let sample = try EnquirySample()
    var answers = EnquirySample.plain
    answers[.words] = ["emdr"]
    answers[.soon] = ["soon"]
    answers[.gender] = ["female"]
    answers[.language] = ["ar"]
    var (plain, fitting) = (try Self.fitting(1), try Self.fitting(2))
    switch part {
    case .concerns: fitting.profile.areas = ["anxiety"]
    case .approaches: fitting.profile.modalities = ["emdr"]
    case .wait: plain.wait = Sample.wait(.threeMonths, daysAgo: 30)
    case .confirmation: fitting.wait = Sample.wait(.now, daysAgo: 3)
    case .distance: plain.profile.locations = [try #require(PracticeLocation(label: "Chermside QLD 4032"))]
    case .language: fitting.profile.languages = ["ar"]
    case .gender: fitting.profile.gender = "female"
    }
    let rules = MatchingRules(points: [part: 10], alike: 1)
    let matching = sample.matching(sample.enquiry(answers), in: sample.index([plain, fitting]), rules)
    for seed in 0..<20 {
      let order = matching.practitioners(9, seed: UInt64(seed))
      #expect(order == [fitting.practitioner, plain.practitioner])
    }
  }

  /// Somebody in Corinda who passes and earns little.
  static func fitting(_ number: Int) throws -> Listing {
    var profile = Profile(profession: "psychologist", registrationNumber: "PSY0000000001")
    profile.ageGroups = ["adult"]
    profile.clientTypes = ["individual"]
    profile.sessionModes = ["in-person"]
    profile.locations = [try #require(PracticeLocation(label: "Corinda QLD 4075"))]
    return Listing(
      of: try Sample.practitioner(number), profile: profile, wait: Sample.wait(.now, daysAgo: 30),
      facts: ListingFacts(isOpenToSeekers: true, verification: .init(number: "PSY0000000001", at: Sample.now))
    )
  }

  @Test func `a match says why`() throws {
    let sample = try EnquirySample()
    var answers = EnquirySample.plain
    answers[.words] = ["emdr"]
    answers[.language] = ["ar"]
    var listing = try Self.fitting(1)
    listing.profile.areas = ["gambling", "phobias", "anxiety"]
    listing.profile.modalities = ["emdr"]
    listing.profile.sessionModes = ["video-telehealth", "in-person"]
    listing.profile.languages = ["ar"]
    let match = try #require(
      sample.matching(sample.enquiry(answers), in: sample.index([listing])).first(1, seed: 1).first)
    #expect(match.found.map(\.slug) == ["phobias", "anxiety", "emdr"])
    #expect(match.modes == ["in-person"] && match.ages == ["adult"] && match.clients == ["individual"])
    #expect(match.kilometres == 0 && match.speaksLanguage && !match.isOfGender)
  }

  @Test func `when too few fit, it is told which wish to give up, and what that gives is what comes`() throws
  {
    var sample = try EnquirySample(seed: 14)
    let listings = try (1...200).map { try sample.listing($0) }
    let index = sample.index(listings)
    var told: Set<MatchWaiver> = []
    for _ in 0..<25 {
      let enquiry = sample.randomEnquiry()
      let ways = sample.form.relaxations(of: enquiry, index, MatchingRules(), now: Sample.now)
      #expect(ways.map(\.total) == ways.map(\.total).sorted(by: >))
      let present = sample.matching(enquiry, in: index).count
      for way in ways {
        let then = sample.matching(enquiry.waiving(way.waiver), in: index).count
        #expect(then == way.total && then > present)
        told.insert(way.waiver)
      }
      let silent = Set(MatchWaiver.allCases).subtracting(ways.map(\.waiver))
      for waiver in silent {
        #expect(sample.matching(enquiry.waiving(waiver), in: index).count <= present)
      }
    }
    #expect(told == Set(MatchWaiver.allCases))
  }
}
