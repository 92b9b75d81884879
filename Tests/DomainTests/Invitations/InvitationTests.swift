import Foundation
import Testing

@testable import Domain

struct InvitationTests {
  @Test(arguments: Invitation.State.allCases)
  func `each state is told from what is recorded`(state: Invitation.State) throws {
    #expect(try InvitationSample.invitation(in: state).state(now: Sample.now) == state)
  }

  @Test func `a link works for fourteen days, to the moment`() throws {
    let invitation = try InvitationSample.invitation()
    #expect(invitation.expiresAt == Sample.now + 14 * Sample.day)
    #expect(invitation.isUsable(now: invitation.expiresAt - 0.001))
    #expect(!invitation.isUsable(now: invitation.expiresAt))
  }

  @Test func `who joined has joined, and what was taken back stays so, whatever time does`() throws {
    for (state, moments) in [
      (Invitation.State.redeemed, [0, 1e5, 1e8]), (.revoked, [0, 1e5, 1e8]),
    ] {
      let invitation = try InvitationSample.invitation(in: state)
      for seconds in moments { #expect(invitation.state(now: Sample.now + seconds) == state) }
    }
  }

  @Test func `one that was taken back or refused is counted until the next day`() throws {
    let day = Sample.day
    for (state, later, isCounted) in [
      (Invitation.State.sent, day, true), (.refused, 0, true), (.refused, day, false),
      (.revoked, 0, true), (.revoked, day, false), (.redeemed, 0, false), (.expired, 0, false),
    ] {
      let invitation = try InvitationSample.invitation(in: state)
      #expect(invitation.isCounted(now: Sample.now + later) == isCounted, "\(state) after \(later)")
    }
  }

  @Test(arguments: Practitioner.Standing.allCases)
  func `an invitation lapses with its inviter's membership`(standing: Practitioner.Standing) throws {
    let invitation = try InvitationSample.invitation()
    let facts = InvitationFacts(
      invitation, inviter: try Sample.practitioner(standing: standing), member: nil)
    #expect(facts.standing(now: Sample.now) == (standing == .active ? .open : .revoked))
    #expect(InvitationFacts(invitation, inviter: nil, member: nil).standing(now: Sample.now) == .revoked)
  }

  @Test func `the operator's lapses with nobody`() throws {
    let invitation = try InvitationSample.invitation(by: nil)
    #expect(InvitationFacts(invitation, inviter: nil, member: nil).standing(now: Sample.now) == .open)
  }

  @Test func `its email is owed while it has the newest link and that lets somebody in`() throws {
    let (address, inviter) = (try InvitationSample.address(), try Sample.practitioner())
    for state in Invitation.State.allCases {
      let invitation = try InvitationSample.invitation(in: state)
      #expect(
        owed(invitation, facts: invitation, inviter: inviter)
          == (invitation.isUsable(now: Sample.now) ? .to(address) : .no(.withdrawn)))
    }
    let first = try InvitationSample.invitation()
    let again = first.again(try InvitationSample.means())
    #expect(owed(first, facts: again, inviter: inviter) == .no(.withdrawn))
    #expect(owed(first, facts: nil, inviter: inviter) == .no(.withdrawn))
  }

  @Test(arguments: Practitioner.Standing.allCases)
  func `an email that waits is not sent once its inviter takes no part`(standing: Practitioner.Standing)
    throws
  {
    let owed = owed(
      try InvitationSample.invitation(), facts: try InvitationSample.invitation(),
      inviter: try Sample.practitioner(standing: standing))
    #expect((owed == .no(.withdrawn)) == (standing != .active))
  }

  private func owed(_ invitation: Invitation, facts: Invitation?, inviter: Practitioner) -> Owed {
    let entry = OutboxEntry(
      id: Sample.id(70), email: .invitation(InvitationEmail(invitation, inviter: "A", timeZone: "Etc/UTC")),
      recipient: .address(invitation.address), period: "p", createdAt: invitation.sentAt,
      useBy: Sample.now + 1)
    return Owed.decide(
      entry,
      facts: Owed.Facts(
        practitioner: nil, wait: nil,
        invitation: facts.map { InvitationFacts($0, inviter: inviter, member: nil) }), now: Sample.now)
  }
}
