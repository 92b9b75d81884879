import Foundation
import Testing

@testable import Domain

@Suite struct `What is new for a member` {
  /// The last digest was seven days ago.
  @Test(
    arguments: [
      ([(.closed, 100.0), (.now, 2.0)], true), ([(.threeMonths, 20), (.oneMonth, 2)], true),
      ([(.now, 2)], true), ([(.closed, 100), (.now, 8)], false), ([(.oneMonth, 20), (.oneMonth, 2)], false),
      ([(.now, 20), (.threeMonths, 2)], false), ([(.closed, 3), (.closed, 2)], false),
      // Noise between: as before, or worse.
      ([(.now, 20), (.closed, 3), (.now, 2)], false), ([(.oneMonth, 20), (.now, 3), (.oneMonth, 2)], false),
      ([(.closed, 20), (.now, 3), (.closed, 2)], false), ([(.closed, 20), (.now, 3), (.oneMonth, 2)], true),
    ] as [([(WaitingPeriod, Double)], Bool)])
  func `an opening is more room than at the last digest, whatever was said between`(
    said: [(WaitingPeriod, Double)], isOpening: Bool
  ) throws {
    var sample = try DigestSample()
    try sample.add(2, said)
    #expect(sample.named(.openings) == (isOpening ? [2] : []))
  }

  @Test(arguments: [
    ("area=anxiety", true), ("area=ptsd", false), ("wait=2-weeks", false), ("wait=1-month", true),
    ("near=4075&within=10", true), ("near=0800&within=100", false), ("near=0800", true),
    ("q=number", true), ("recommended=peers", false),
  ])
  func `an opening matches a saved search`(query: String, isOpening: Bool) throws {
    var sample = try DigestSample()
    try sample.add(2, [(.closed, 100), (.oneMonth, 2)])
    sample.searches = [sample.search(query)]
    #expect(sample.named(.openings) == (isOpening ? [2] : []))
    sample.searches = [sample.search("area=ptsd"), sample.search(query)]
    #expect(sample.named(.openings) == (isOpening ? [2] : []))
  }

  @Test func `an opening counts from when the search was saved`() throws {
    var sample = try DigestSample()
    try sample.add(2, [(.closed, 100), (.now, 5)])
    try sample.add(3, [(.closed, 100), (.now, 2)])
    sample.searches = [sample.search("area=anxiety", savedDaysAgo: 3)]
    #expect(sample.named(.openings) == [3])
  }

  @Test func `who is away has no room, and back and confirmed has it anew`() throws {
    var sample = try DigestSample()
    try sample.add(2, [(.closed, 100), (.now, 2)], awayUntil: sample.now + Sample.day)
    try sample.add(3, [(.now, 100), (.now, 2)], awayUntil: sample.now - 3 * Sample.day)
    try sample.add(4, [(.closed, 100), (.now, 4)], awayUntil: sample.now - 3 * Sample.day)
    #expect(sample.named(.openings) == [3])
  }

  @Test func `a moment that was on disk only after the last digest is told once`() throws {
    var sample = try DigestSample()
    let late = 7 + DigestFacts.overlap / 2 / Sample.day
    try sample.add(2, [(.closed, 100), (.now, late)])
    try sample.add(3, [], areas: ["anxiety"], joinedDaysAgo: late)
    sample.recommendations = [
      Recommendation(
        recommender: Sample.id(2), recommended: sample.member.id, madeAt: sample.now - late * Sample.day)
    ]
    #expect(sample.named(.openings) == [2])
    #expect(sample.named(.joined) == [3] && sample.named(.recommendations) == [2])
    var news = sample.news
    let sections = news.sections(for: sample.facts)
    sample.told?.sections = sections
    #expect(sample.named(.openings) == [])
    #expect(sample.named(.joined) == [] && sample.named(.recommendations) == [])
  }

  @Test func `a colleague who joined is near, has an area in common, and stands in one section`() throws {
    var sample = try DigestSample()
    try sample.add(2, [], joinedDaysAgo: 2)
    try sample.add(3, [], at: DigestSample.darwin, joinedDaysAgo: 2)
    try sample.add(4, [], areas: ["ptsd"], joinedDaysAgo: 2)
    try sample.add(5, [], joinedDaysAgo: 8)
    try sample.add(6, [(.now, 2)], joinedDaysAgo: 2)
    #expect(sample.named(.joined) == [2])
    #expect(sample.named(.openings) == [6])
    sample.searches = []
    #expect(sample.named(.joined) == [2, 6])
  }

  @Test func `who recommends is a colleague that can be seen`() throws {
    var sample = try DigestSample()
    try sample.add(2, [])
    sample.recommendations = [2, 3].map {
      Recommendation(
        recommender: Sample.id($0), recommended: sample.member.id, madeAt: sample.now - Sample.day)
    }
    #expect(sample.named(.recommendations) == [2])
  }

  /// The last digest was seven days ago.
  @Test(
    arguments: [
      (2, .open, true), (6.9, .open, true), (7.1, .open, false), (13, .open, false), (2, .placed, false),
      (2, .withdrawn, false), (-1, .open, false),
    ] as [(Double, Referral.State, Bool)])
  func `a colleague who asks is told of while an answer is waited for, and once`(
    daysAgo: Double, state: Referral.State, isNews: Bool
  ) throws {
    var sample = try DigestSample()
    let other = try Sample.practitioner(2)
    sample.unanswered = [sample.referral(1, from: other, askedDaysAgo: daysAgo, state: state)]
    #expect(sample.named(.asked) == (isNews ? [2] : []))
    var news = sample.news
    let sections = news.sections(for: sample.facts)
    sample.told?.sections = sections
    #expect(sample.named(.asked) == [])
  }

  @Test func `a question that lapsed is none, though no digest told of it`() throws {
    var sample = try DigestSample()
    sample.told?.until = sample.now - 30 * Sample.day
    let other = try Sample.practitioner(2)
    let days = Asking.lapsesAfter / Sample.day
    sample.unanswered = [
      sample.referral(1, from: other, askedDaysAgo: days),
      sample.referral(2, from: try Sample.practitioner(3), askedDaysAgo: days - 0.1),
    ]
    #expect(sample.named(.asked) == [3])
  }

  @Test func `answers are told as they stand, each once, and anew when they are others`() throws {
    var sample = try DigestSample()
    let colleague = try Sample.practitioner(2)
    let late = 7 + DigestFacts.overlap / 2 / Sample.day
    for (answer, days) in [(ReferralAnswer.yes(from: .oneMonth), 2.0), (.no, late), (.full, 0)] {
      sample.answers = [sample.referral(1, to: colleague, askedDaysAgo: 20, answered: (answer, days))]
      #expect(sample.named(.answers) == [2])
    }
    sample.answers = [sample.referral(1, to: colleague, askedDaysAgo: 20, answered: (.no, late))]
    var news = sample.news
    let sections = news.sections(for: sample.facts)
    sample.told?.sections = sections
    #expect(sample.named(.answers) == [])
    sample.answers = [sample.referral(1, to: colleague, askedDaysAgo: 20, answered: (.full, late))]
    #expect(sample.named(.answers) == [2], "they thought better of it")
    sample.answers = [sample.referral(1, to: colleague, askedDaysAgo: 20, answered: (.full, 8))]
    #expect(sample.named(.answers) == [])
  }

  /// The last digest was seven days ago, and an answer is awaited for two days.
  @Test(arguments: [(0.1, true), (1.99, true), (2, false), (8, false), (-1, false)] as [(Double, Bool)])
  func
    `a help seeker who asks for a time is told of while an answer is awaited, once, and anew when they ask again`(
      daysAgo: Double, isNews: Bool
    ) throws
  {
    var sample = try DigestSample()
    sample.requests = [sample.request(1, askedDaysAgo: daysAgo)]
    sample.unanswered = [sample.referral(1, from: try Sample.practitioner(2), askedDaysAgo: 1)]
    var news = sample.news
    let sections = news.sections(for: sample.facts)
    #expect(sections.map(\.kind) == (isNews ? [.requests, .asked] : [.asked]))
    #expect(sections[0].items.compactMap(\.request) == (isNews ? sample.requests : []))
    sample.told?.sections = sections
    #expect(sample.requested == [])
    sample.requests = [sample.request(1, askedDaysAgo: 0.05)]
    #expect(sample.requested == sample.requests)
  }

  @Test func `what an enquiry is about is in no digest`() throws {
    var sample = try DigestSample()
    let other = try Sample.practitioner(2)
    sample.unanswered = [sample.referral(1, from: other, askedDaysAgo: 1)]
    sample.answers = [sample.referral(2, to: other, askedDaysAgo: 1, answered: (.no, 1))]
    var news = sample.news
    let content = DigestDecision.content(
      for: sample.facts, sections: news.sections(for: sample.facts), zone: Sample.sydney, news: sample.now)
    let text = try EmailFacts.encode(.digest(try #require(content)))
    #expect(text.contains(#""weeks":4"#))
    for secret in ["note", "adult", "anxiety", "in-person"] { #expect(!text.contains(secret), "\(secret)") }
  }

  @Test func `ten are named, the most available first, and the others counted`() throws {
    var sample = try DigestSample()
    for number in 2...200 { try sample.add(number, [(.closed, 100), (number < 12 ? .now : .oneMonth, 2)]) }
    var news = sample.news
    let section = try #require(news.sections(for: sample.facts).first)
    #expect(section.items.count == DigestSection.most && section.more == 189)
    #expect(section.items.allSatisfy { $0.wait == .now })
    #expect(section.items.allSatisfy { $0.places == ["Corinda QLD 4075"] })
  }

  /// What is kept for others is what each would have found alone.
  @Test(arguments: 1...6)
  func `the same for many in any order as for each alone, to the byte`(seed: Int) throws {
    var search = try SearchSample(seed: seed)
    var sample = try DigestSample()
    sample.listings = try (1...150).map { try search.listing($0) }
    for listing in sample.listings {
      for _ in 0..<Int.random(in: 0..<3, using: &search.chance) {
        let ago = Double.random(in: 0...30, using: &search.chance)
        sample.lines.append(
          .init(
            at: sample.now - ago * Sample.day, member: listing.practitioner,
            before: search.odds(4) ? nil : search.pick(WaitingPeriod.allCases)))
      }
    }
    var together = sample.news
    for number in 1...150 where search.odds(3) {
      sample.member = try Sample.practitioner(number)
      sample.searches = (0..<3).map { _ in
        sample.search(search.search().query, savedDaysAgo: Double(number % 20))
      }
      let until = sample.now - Double(number % 4 + 1) * 7 * Sample.day
      sample.told?.until = until
      let facts = sample.facts
      var alone = sample.news
      let sections = alone.sections(for: facts)
      let amongOthers = together.sections(for: facts)
      #expect(amongOthers == sections)
      func text(_ sections: [DigestSection]) throws -> String? {
        try DigestDecision.content(for: facts, sections: sections, zone: Sample.sydney, news: sample.now)
          .map { try EmailFacts.encode(.digest($0)) }
      }
      let (own, theirs) = (try text(sections), try text(amongOthers))
      #expect(own == theirs)
    }
  }
}
