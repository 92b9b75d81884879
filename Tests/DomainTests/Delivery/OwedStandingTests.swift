import Foundation
import Testing

@testable import Domain

struct OwedStandingTests {
  private static let link = SignInLinkEmail(
    name: "A", link: Sample.id(9), generation: 1, keyID: 1, expiresAt: Sample.now + 900)

  @Test(arguments: [
    (Practitioner.Standing.suspended, Owed.Reason?.some(.suspended), Owed.Reason?.some(.suspended)),
    (.leaving, .left, nil), (.erased, .gone, .gone),
  ])
  func `who has left gets answers to what they did, and nobody else out of the network anything`(
    standing: Practitioner.Standing, round: Owed.Reason?, answer: Owed.Reason?
  ) throws {
    let practitioner = try Sample.practitioner(standing: standing)
    let facts = Owed.Facts(practitioner: practitioner, wait: nil)
    var entry = Sample.waitingPeriodEmail(to: practitioner.id)
    for (email, reason) in [(entry.email, round), (Email.signInLink(Self.link), answer)] {
      entry.email = email
      let expected: Owed = reason.map(Owed.no) ?? .to(practitioner.email)
      #expect(Owed.decide(entry, facts: facts, now: Sample.now) == expected)
    }
  }
}
