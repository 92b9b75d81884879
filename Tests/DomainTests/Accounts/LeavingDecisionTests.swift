import Foundation
import Testing

@testable import Domain

@Suite struct `Leaving the network` {
  private let session = SecretDigest(of: "this one")
  private let notice = AccountNotice(
    id: Sample.id(30), line: Sample.id(31), browser: "Firefox on Linux", siteZone: .gmt)

  private func member(_ standing: Practitioner.Standing) throws -> Practitioner {
    var member = try Sample.practitioner(standing: standing)
    if standing == .leaving { member.leftAt = Sample.now - Sample.day }
    return member
  }

  private func line(_ kind: SecurityEvent.Kind) -> Change {
    .securityEvent(
      SecurityEvent(
        id: Sample.id(31), practitioner: Sample.id(1), kind: kind, at: Sample.now, detail: "Firefox on Linux")
    )
  }

  @Test(arguments: Practitioner.Standing.allCases)
  func `is for who takes part, signs out every other browser, and is told`(standing: Practitioner.Standing)
    throws
  {
    let decision = LeavingDecision.leave(
      try member(standing), keeping: session, notice: notice, now: Sample.now)
    #expect(decision.outcome == (standing == .active))
    guard decision.outcome else { return #expect(decision.changes.isEmpty && decision.emails.isEmpty) }
    #expect(
      decision.changes == [
        .left(Sample.id(1), at: Sample.now), .sessionsClosed(Sample.id(1), except: session), line(.left),
      ])
    #expect(decision.emails == [notice.email(.left, to: try member(.active), now: Sample.now)])
  }

  @Test(arguments: Practitioner.Standing.allCases)
  func `can be taken back by who has left, who is told as well`(standing: Practitioner.Standing) throws {
    let decision = LeavingDecision.comeBack(try member(standing), notice: notice, now: Sample.now)
    #expect(decision.outcome == (standing == .leaving))
    guard decision.outcome else { return #expect(decision.changes.isEmpty && decision.emails.isEmpty) }
    #expect(decision.changes == [.left(Sample.id(1), at: nil), line(.cameBack)])
    #expect(decision.emails == [notice.email(.cameBack, to: try member(.leaving), now: Sample.now)])
  }

  @Test func `is nothing for nobody`() {
    #expect(!LeavingDecision.leave(nil, keeping: session, notice: notice, now: Sample.now).outcome)
    #expect(!LeavingDecision.comeBack(nil, notice: notice, now: Sample.now).outcome)
  }

  @Test func `is news that still reaches who has left`() throws {
    let member = try member(.leaving)
    let email = notice.email(.left, to: member, now: Sample.now)
    let entry = OutboxEntry(
      id: email.id, email: email.email, recipient: email.recipient, period: email.period,
      createdAt: Sample.now, useBy: email.useBy)
    let facts = Owed.Facts(practitioner: member, wait: nil)
    #expect(Owed.decide(entry, facts: facts, now: Sample.now) == .to(member.email))
  }
}
