import Foundation
import Testing

@testable import Domain

/// Who may send what to whom, and what nobody learns by it.
struct InvitingTests {
  private func invite(
    _ inviter: InvitationDecision.Inviter, to address: EmailAddress? = nil,
    facts: InvitationDecision.Facts = InvitationSample.facts(),
    quotas: InvitationQuotas = InvitationQuotas()
  ) throws -> Decision<InvitationDecision.Outcome> {
    InvitationDecision.invite(
      try address ?? InvitationSample.address(), note: try InvitationNote("Hello"), by: inviter,
      id: Sample.id(101), facts: facts, means: try InvitationSample.means(quotas: quotas))
  }

  @Test func `a member's invitation is recorded with its digest and goes to the address alone`() throws {
    let decision = try invite(.practitioner(try Sample.practitioner()))
    let invitation = try InvitationSample.invitation()
    #expect(decision.outcome == .sent(invitation))
    #expect(decision.changes == [.invitationSent(invitation, email: Sample.id(900))])
    let email = try #require(decision.emails.first)
    #expect(email.recipient == .address(invitation.address))
    #expect(email.useBy == invitation.expiresAt)
    #expect(
      email.email
        == .invitation(InvitationEmail(invitation, inviter: "Dr Number 1", timeZone: "Australia/Sydney")))
  }

  @Test func `no record and no facts of an email hold a secret`() throws {
    let secret = try InvitationSample.keys().currentSecret(
      for: .invitation, record: Sample.id(101, of: Invitation.self).bytes, generation: 1)
    #expect(secret.count == 32, "160 bits")
    let decision = try invite(.operator(name: "Operator"))
    #expect(!"\(decision)".contains(secret))
    #expect("\(decision)".contains(SecretDigest(of: secret).text))
  }

  @Test func `an address that is a member's is answered like any other, but for what the email says`() throws
  {
    let inviter = InvitationDecision.Inviter.practitioner(try Sample.practitioner())
    let member = try Sample.practitioner(9)
    let known = try invite(inviter, facts: InvitationSample.facts(member: member))
    let unknown = try invite(inviter)
    #expect(known.outcome == unknown.outcome)
    #expect(known.changes == unknown.changes)
    #expect(known.emails.map(\.period) == unknown.emails.map(\.period))
    let email = try #require(known.emails.first)
    #expect(known.emails.count == 1 && email.recipient == .practitioner(member.id))
    #expect(
      email.email == .alreadyAMember(AlreadyAMemberEmail(name: member.name, inviter: "Dr Number 1")))
  }

  @Test func `only members whom colleagues see may invite`() throws {
    for standing in Practitioner.Standing.allCases {
      for isPublished in [true, false] {
        var inviter = try Sample.practitioner(standing: standing)
        if !isPublished { inviter.publishedAt = nil }
        let decision = try invite(.practitioner(inviter))
        let mayInvite = standing == .active && isPublished
        #expect(decision.emails.count == (mayInvite ? 1 : 0))
        if !mayInvite { #expect(decision.outcome == .refused(.notListed)) }
      }
    }
  }

  @Test func `nobody invites themselves, whatever the case of the address`() throws {
    let decision = try invite(
      .practitioner(try Sample.practitioner()), to: try EmailAddress("NUMBER.1@example.com"))
    #expect(decision.outcome == .refused(.yourself))
    #expect(decision.changes.isEmpty && decision.emails.isEmpty)
  }

  @Test func `twenty may be open, and the next goes out when one is accepted, expires, or a day has passed`()
    throws
  {
    let inviter = InvitationDecision.Inviter.practitioner(try Sample.practitioner())
    var mine = try (2...21).map { try InvitationSample.invitation($0, sentAgo: 60) }
    let full = try invite(inviter, facts: InvitationSample.facts(mine: mine))
    #expect(full.outcome == .refused(.noneLeft))
    #expect(full.changes.isEmpty && full.emails.isEmpty)
    mine[3].revokedAt = Sample.now - 30
    #expect(try invite(inviter, facts: InvitationSample.facts(mine: mine)).outcome == .refused(.noneLeft))
    for freed in 0..<3 {
      var mine = mine
      switch freed {
      case 0: (mine[0].redeemedAt, mine[0].redeemedBy) = (Sample.now, Sample.id(50))
      case 1: mine[0].sentAt = Sample.now - Invitation.lasts
      default: mine[3].sentAt = Sample.now - Sample.day
      }
      #expect(try invite(inviter, facts: InvitationSample.facts(mine: mine)).emails.count == 1)
    }
    let more = try invite(
      inviter, facts: InvitationSample.facts(mine: mine), quotas: InvitationQuotas(open: 21))
    #expect(more.emails.count == 1)
  }

  @Test(arguments: 0...5)
  func `an address is sent three a day, by a member, by the operator, anew or afresh`(sent: Int) throws {
    let facts = InvitationSample.facts(sentToAddress: sent)
    let member = try Sample.practitioner()
    let old = try InvitationSample.invitation(sentAgo: 20 * Sample.day)
    let means = try InvitationSample.means()
    let decisions = [
      try invite(.practitioner(member), facts: facts).emails,
      try invite(.operator(name: "O"), facts: facts).emails,
      InvitationDecision.resend(old, by: member, facts: facts, means: means).emails,
      InvitationDecision.fresh(
        InvitationFacts(old, inviter: member, member: nil), sentToAddress: sent, operatorName: "O",
        means: means
      ).emails,
    ]
    for emails in decisions { #expect(emails.count == (sent < 3 ? 1 : 0)) }
  }

  @Test
  func
    `the same address is not invited twice at a time, but by the operator, whose second replaces the first`()
    throws
  {
    let mine = [try InvitationSample.invitation(sentAgo: 60)]
    let facts = InvitationSample.facts(mine: mine)
    #expect(
      try invite(.practitioner(try Sample.practitioner()), facts: facts).outcome == .refused(.alreadyInvited))
    guard case .sent(let again) = try invite(.operator(name: "O"), facts: facts).outcome else {
      Issue.record("refused")
      return
    }
    #expect(again.id == mine[0].id && again.generation == 2 && again.digest != mine[0].digest)
  }
}
