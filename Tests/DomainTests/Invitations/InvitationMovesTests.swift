import Foundation
import Testing

@testable import Domain

/// What may follow what: every move from every state, legal ones and the others.
struct InvitationMovesTests {
  private func resend(_ invitation: Invitation?, by number: Int = 1) throws -> Decision<
    InvitationDecision.Outcome
  > {
    InvitationDecision.resend(
      invitation, by: try Sample.practitioner(number), facts: InvitationSample.facts(),
      means: try InvitationSample.means())
  }

  private func facts(_ invitation: Invitation, member: Practitioner? = nil) throws -> InvitationFacts {
    InvitationFacts(invitation, inviter: try Sample.practitioner(), member: member)
  }

  @Test(arguments: Invitation.State.allCases)
  func `sent anew: what is not over gets the next link, and the one before no longer works`(
    state: Invitation.State
  ) throws {
    let before = try InvitationSample.invitation(in: state)
    let decision = try resend(before)
    guard [.sent, .refused, .expired].contains(state) else {
      #expect(decision.outcome == .refused(.over))
      #expect(decision.changes.isEmpty && decision.emails.isEmpty)
      return
    }
    guard case .sent(let after) = decision.outcome else {
      Issue.record("\(state) is refused")
      return
    }
    #expect(after.generation == 2 && after.digest != before.digest)
    #expect(after.address == before.address && after.createdAt == before.createdAt)
    #expect(after.expiresAt == Sample.now + Invitation.lasts)
    #expect(after.state(now: Sample.now) == .sent)
    #expect(decision.emails.map(\.recipient) == [.address(before.address)])
    #expect(decision.emails.map(\.period) == ["\(before.id)-2"])
  }

  @Test(arguments: Invitation.State.allCases)
  func `taken back: only what still lets somebody in`(state: Invitation.State) throws {
    let before = try InvitationSample.invitation(in: state)
    let decision = InvitationDecision.revoke(before, by: Sample.id(1), now: Sample.now)
    let isLegal = before.isUsable(now: Sample.now)
    #expect(decision.outcome == isLegal)
    #expect(decision.changes == (isLegal ? [.invitationRevoked(before.id, at: Sample.now)] : []))
    #expect(decision.emails.isEmpty)
  }

  @Test(arguments: Invitation.State.allCases)
  func `afresh: only what has expired, to the invited address`(state: Invitation.State) throws {
    let before = try InvitationSample.invitation(in: state)
    let decision = InvitationDecision.fresh(
      try facts(before), sentToAddress: 0, operatorName: "O", means: try InvitationSample.means())
    #expect(decision.emails.map(\.recipient) == (state == .expired ? [.address(before.address)] : []))
    #expect(decision.changes.count == (state == .expired ? 1 : 0))
  }

  @Test(arguments: Invitation.State.allCases)
  func `accepted: what still lets somebody in, once`(state: Invitation.State) throws {
    let before = try InvitationSample.invitation(in: state)
    let decision = InvitationDecision.redeem(
      try facts(before), InvitationSample.acceptance(), now: Sample.now)
    guard before.isUsable(now: Sample.now) else {
      #expect(decision.outcome == .unusable)
      #expect(decision.changes.isEmpty)
      return
    }
    guard case .joined(let practitioner, let session) = decision.outcome else {
      Issue.record("\(state) is refused")
      return
    }
    #expect(practitioner.email == before.address, "the address that the link proves")
    #expect(practitioner.name == "Dr New" && !practitioner.isListed)
    #expect(session.practitioner == practitioner.id && session.means == .invitation)
    #expect(
      Array(decision.changes.prefix(2)) == [
        .accountOpened(practitioner), .invitationRedeemed(before.id, by: practitioner.id, at: Sample.now),
      ])
    #expect(decision.changes.contains(.sessionOpened(session)))
  }

  @Test func `what they will sign in by goes into the trail beside the account, and else nothing of it`()
    throws
  {
    let password = StoredPassword(parameters: .current, salt: [1], hash: [2])
    let arrival = InvitationSample.arrival()
    for (given, came, kinds) in [
      (nil, nil, []), (password, nil, [.passwordSet]), (nil, arrival, [.providerLinked]),
    ] as [(StoredPassword?, ProviderDecision.Arrival?, [SecurityEvent.Kind])] {
      let decision = InvitationDecision.redeem(
        try facts(try InvitationSample.invitation()),
        InvitationSample.acceptance(password: given, arrival: came), now: Sample.now)
      let told = decision.changes.compactMap { change -> SecurityEvent.Kind? in
        if case .securityEvent(let event) = change { event.kind } else { nil }
      }
      #expect(told == [.accountOpened] + kinds + [.signedIn])
      let saved = decision.changes.contains(.passwordSaved(Sample.id(50), password, at: Sample.now))
      #expect(saved == (given != nil))
      let linked = LinkedIdentity(
        identity: arrival.identity, practitioner: Sample.id(50), account: "a@elsewhere.example",
        linkedAt: Sample.now)
      #expect(decision.changes.contains(.identityLinked(linked)) == (came != nil))
    }
  }

  @Test(arguments: Invitation.State.allCases)
  func `an identity that opens an account opens no second one, and uses nothing up`(state: Invitation.State)
    throws
  {
    let arrival = InvitationSample.arrival()
    let linked = LinkedIdentity(
      identity: arrival.identity, practitioner: Sample.id(9), account: "", linkedAt: Sample.now)
    let invitation = try InvitationSample.invitation(in: state)
    let decision = InvitationDecision.redeem(
      try facts(invitation), linked: linked, InvitationSample.acceptance(arrival: arrival), now: Sample.now)
    #expect(decision.outcome == (invitation.isUsable(now: Sample.now) ? .identityTaken : .unusable))
    #expect(decision.changes.isEmpty)
  }

  @Test func `an address that has become a member's opens no second account`() throws {
    let decision = InvitationDecision.redeem(
      try facts(try InvitationSample.invitation(), member: try Sample.practitioner(9)),
      InvitationSample.acceptance(), now: Sample.now)
    #expect(decision.outcome == .memberAlready)
    #expect(decision.changes.isEmpty)
    #expect(
      InvitationDecision.redeem(nil, InvitationSample.acceptance(), now: Sample.now).outcome == .unusable)
  }

  @Test func `nobody moves another's invitation`() throws {
    let theirs = try InvitationSample.invitation()
    #expect(try resend(theirs, by: 2).outcome == .refused(.over))
    #expect(!InvitationDecision.revoke(theirs, by: Sample.id(2), now: Sample.now).outcome)
    let operators = try InvitationSample.invitation(by: nil)
    #expect(try resend(operators).outcome == .refused(.over))
    #expect(!InvitationDecision.revoke(operators, by: Sample.id(1), now: Sample.now).outcome)
    #expect(try resend(nil).outcome == .refused(.over))
  }
}
