import Foundation
import Testing

@testable import Domain

@Suite struct `Erasing a member` {
  private let event = Sample.id(30, of: SecurityEvent.self)

  /// Somebody who left so long ago; nil for one who did not.
  private func member(_ standing: Practitioner.Standing, leftAgo: TimeInterval? = nil) throws -> Practitioner
  {
    var member = try Sample.practitioner(standing: standing)
    member.leftAt = leftAgo.map { Sample.now - $0 }
    member.photo = "photo"
    return member
  }

  private func decide(
    _ occasion: ErasureDecision.Occasion, _ member: Practitioner?, recommendations: [Recommendation] = []
  ) -> Decision<ErasureDecision.Outcome> {
    let facts = ErasureDecision.Facts(practitioner: member, recommendations: recommendations)
    return ErasureDecision.decide(occasion, facts: facts, event: event, now: Sample.now)
  }

  @Test func `follows from who they are now, and from nothing before`() throws {
    let grace = LeavingDecision.grace
    let late = try member(.leaving, leftAgo: grace)
    let early = try member(.leaving, leftAgo: grace - 0.001)
    let active = try member(.active)
    let suspended = try member(.suspended)
    let erased = try member(.erased, leftAgo: grace)
    let gone = ErasureDecision.Outcome.erased(photo: "photo")
    let table: [(ErasureDecision.Occasion, Practitioner?, ErasureDecision.Outcome)] = [
      (.graceIsOver, late, gone), (.graceIsOver, early, .stays), (.graceIsOver, active, .stays),
      (.graceIsOver, suspended, .stays), (.ownWish, late, gone), (.ownWish, early, gone),
      (.ownWish, active, .stays), (.ownWish, suspended, .stays), (.byOperator, late, gone),
      (.byOperator, early, gone), (.byOperator, active, gone), (.byOperator, suspended, gone),
    ]
    let everyOccasion = ErasureDecision.Occasion.allCases.flatMap {
      [($0, erased, ErasureDecision.Outcome.alreadySo), ($0, nil, .unknown)]
        as [(ErasureDecision.Occasion, Practitioner?, ErasureDecision.Outcome)]
    }
    for (occasion, member, outcome) in table + everyOccasion {
      let decision = decide(occasion, member)
      #expect(decision.outcome == outcome, "\(occasion), \(String(describing: member?.standing))")
      #expect(decision.changes.isEmpty == (outcome != gone))
      #expect(decision.emails.isEmpty, "there is nobody to tell")
    }
  }

  @Test func `takes what was said of them and by them out of memory first, and leaves a line without a name`()
    throws
  {
    let pairs: [(Practitioner.ID, Practitioner.ID)] = [
      (Sample.id(1), Sample.id(2)), (Sample.id(3), Sample.id(1)),
    ]
    let decision = decide(
      .byOperator, try member(.active),
      recommendations: pairs.map { Recommendation(recommender: $0, recommended: $1, madeAt: Sample.now) })
    #expect(
      decision.changes == pairs.map { .recommendationWithdrawn(by: $0, of: $1) } + [
        .erased(Sample.id(1), at: Sample.now),
        .securityEvent(
          SecurityEvent(
            id: event, practitioner: Sample.id(1), kind: .erased, at: Sample.now, detail: "by the operator")),
      ])
    #expect(Set(decision.changes.compactMap(\.recommender)) == [Sample.id(1), Sample.id(3)])
  }

  @Test func `leaves an address that is nobody's and no two share`() throws {
    let addresses = (1...50).map { Pseudonym.address(of: Sample.id($0)) } + [Pseudonym.invited]
    for address in addresses {
      #expect(try EmailAddress(address).text == address && address.hasSuffix("@erased.invalid"))
    }
    #expect(Set(addresses).count == addresses.count)
  }

  @Test func `of strangers keeps nothing for longer than it is said to`() {
    let end = StrangersDecision.end(now: Sample.now)
    #expect(Sample.now.timeIntervalSince(end) == 90 * Sample.day)
    #expect(StrangersDecision.decide(now: Sample.now).changes == [.strangersForgotten(before: end)])
  }
}
