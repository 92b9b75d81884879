import Foundation
import Testing

@testable import Domain

@Suite struct `A digest that is planned` {
  /// The member's next one, days from now, as it stands now.
  private func next(_ sample: DigestSample) throws -> OutboxEntry? {
    var (facts, news) = (sample.facts, sample.news)
    facts.due = nil
    let sections = news.sections(for: facts)
    let plan = Plan(
      siteZone: Sample.sydney, now: sample.now, from: sample.now, to: sample.now + 40 * Sample.day)
    return plan.firstDigest(
      to: facts, sections: sections, schedule: try `When a digest is due`.schedule(), id: Sample.id(70))
  }

  private func sections(_ entry: OutboxEntry?) -> [DigestSection.Kind] {
    guard case .digest(let email) = entry?.email else { return [] }
    return email.sections.map(\.kind)
  }

  /// What is news on the day that it is made may be over on the day that it goes out.
  @Test(arguments: Array(stride(from: 0, through: 13.5, by: 0.5)))
  func `tells of a question and of a request only if an answer is awaited then`(askedDaysAgo days: Double)
    throws
  {
    var sample = try DigestSample()
    sample.told?.until = sample.now - 30 * Sample.day
    // Somebody who joined is news whenever it goes out.
    try sample.add(3, [], joinedDaysAgo: 1)
    let due = try #require(try next(sample)).createdAt
    let asked = sample.now - days * Sample.day

    sample.unanswered = [sample.referral(1, from: try Sample.practitioner(2), askedDaysAgo: days)]
    #expect(sections(try next(sample)).contains(.asked) == (due < asked + Asking.lapsesAfter))
    sample.unanswered = []
    sample.requests = [sample.request(1, askedDaysAgo: days)]
    #expect(sections(try next(sample)).contains(.requests) == (due < asked + TimeRequest.answerLasts))
    #expect(sections(try next(sample)).contains(.joined))
  }
}
