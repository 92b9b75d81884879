import Foundation
import Testing

@testable import Domain

struct OwedTests {
  private func decide(
    _ practitioner: Practitioner?, wait: StatedWait? = nil, now: Date = Sample.now, email: OutboxEntry? = nil
  ) -> Owed {
    let entry = email ?? Sample.waitingPeriodEmail(to: Sample.id(1), createdAt: Sample.now - 60)
    return Owed.decide(entry, facts: Owed.Facts(practitioner: practitioner, wait: wait), now: now)
  }

  private func signIn(_ recipient: Recipient) -> OutboxEntry {
    let facts = SignInLinkEmail(
      name: "Dr Number 1", link: Sample.id(3), generation: 1, keyID: 1, expiresAt: Sample.now + 900)
    return OutboxEntry(
      id: Sample.id(51), email: .signInLink(facts), recipient: recipient, period: "p",
      createdAt: Sample.now - 60,
      useBy: Sample.now + 900)
  }

  @Test func `an active member's email goes to the address they have now`() throws {
    var practitioner = try Sample.practitioner()
    practitioner.email = try EmailAddress("new@example.com")
    #expect(decide(practitioner) == .to(try EmailAddress("new@example.com")))
  }

  @Test(arguments: [(0, true), (604_740, true), (604_741, false), (9e6, false)] as [(TimeInterval, Bool)])
  func `it is owed up to its use-by`(seconds: TimeInterval, isOwed: Bool) throws {
    let practitioner = try Sample.practitioner()
    let expected: Owed = isOwed ? .to(practitioner.email) : .no(.pastUseBy)
    #expect(decide(practitioner, now: Sample.now + seconds) == expected)
  }

  @Test func `it is no longer owed to who is gone, suspended or unsubscribed`() throws {
    #expect(decide(nil) == .no(.gone))
    #expect(decide(try Sample.practitioner(standing: .suspended)) == .no(.suspended))
    #expect(decide(try Sample.practitioner(stopped: [.rounds])) == .no(.unsubscribed))
    let other = try Sample.practitioner(stopped: [.digests])
    #expect(decide(other) == .to(other.email))
  }

  @Test(arguments: ConfirmationMeans.allCases, [-61.0, -60, 0])
  func `a question is answered by what its reader said since it was queued`(
    means: ConfirmationMeans, seconds: TimeInterval
  ) throws {
    let practitioner = try Sample.practitioner()
    let wait = StatedWait(.now, confirmedAt: Sample.now + seconds, means: means)
    let isAnswered = means.isPersonal && seconds >= -60
    #expect(decide(practitioner, wait: wait) == (isAnswered ? .no(.answered) : .to(practitioner.email)))
  }

  @Test func `a sign-in link is owed whatever was unsubscribed or said, but not to who is suspended`() throws
  {
    let practitioner = try Sample.practitioner(stopped: [.rounds, .digests])
    let email = signIn(.practitioner(practitioner.id))
    let said = Sample.wait(.now, daysAgo: 0)
    #expect(decide(practitioner, wait: said, email: email) == .to(practitioner.email))
    #expect(decide(try Sample.practitioner(standing: .suspended), email: email) == .no(.suspended))
  }

  @Test func `an email to an address goes there until its use-by`() throws {
    let address = try EmailAddress("someone@example.com")
    #expect(decide(nil, email: signIn(.address(address))) == .to(address))
    #expect(decide(nil, now: Sample.now + 901, email: signIn(.address(address))) == .no(.pastUseBy))
  }

  @Test func `one recipient is one whatever the case of the address`() throws {
    let (small, large) = (try EmailAddress("a@example.com"), try EmailAddress("A@EXAMPLE.com"))
    #expect(Recipient.address(small).key == Recipient.address(large).key)
    #expect(Recipient.practitioner(Sample.id(1)).key != Recipient.practitioner(Sample.id(2)).key)
  }
}
