import Foundation

extension InvitationDecision {
  /// Decides that a member sends theirs anew: the link before stops working.
  public static func resend(
    _ invitation: Invitation?, by inviter: Practitioner, facts: Facts, means: Means
  ) -> Decision<Outcome> {
    guard inviter.isListed else { return Decision(.refused(.notListed)) }
    guard let invitation, invitation.inviter == inviter.id, invitation.mayBeSentAgain(now: means.now) else {
      return Decision(.refused(.over))
    }
    guard invitation.isCounted(now: means.now) || left(of: facts.mine, means.quotas, now: means.now) > 0
    else { return Decision(.refused(.noneLeft)) }
    guard facts.sentToAddress < means.quotas.dailyPerAddress else {
      return Decision(.refused(.addressHadEnough))
    }
    return send(invitation.again(means), from: inviter.name, to: facts.member, means)
  }

  /// Decides "ask for a fresh link", by whoever holds one that has expired. It goes to the invited address alone, and the
  /// asker is told the same whatever is decided.
  ///
  /// - Parameter sentToAddress: invitations that the address was sent within a day.
  public static func fresh(
    _ facts: InvitationFacts?, sentToAddress: Int, operatorName: String, means: Means
  ) -> Decision<Void> {
    guard let facts, facts.standing(now: means.now) == .expired,
      means.now >= facts.invitation.sentAt + 86_400, sentToAddress < means.quotas.dailyPerAddress
    else { return Decision(()) }
    let sent = send(
      facts.invitation.again(means), from: facts.inviter?.name ?? operatorName, to: facts.member, means)
    return Decision((), changes: sent.changes, emails: sent.emails)
  }

  /// Decides that a member takes theirs back. Returns whether it is.
  public static func revoke(_ invitation: Invitation?, by inviter: Practitioner.ID, now: Date) -> Decision<
    Bool
  > {
    guard let invitation, invitation.inviter == inviter, invitation.isUsable(now: now) else {
      return Decision(false)
    }
    return Decision(true, changes: [.invitationRevoked(invitation.id, at: now)])
  }

  /// Whoever is a member already is told so, by an email of their own; all else is as for any other address.
  static func send(
    _ invitation: Invitation, from name: String, to member: Practitioner?, _ means: Means
  ) -> Decision<Outcome> {
    let email = NewEmail(
      id: means.email,
      email: member.map { .alreadyAMember(AlreadyAMemberEmail(name: $0.name, inviter: name)) }
        ?? .invitation(InvitationEmail(invitation, inviter: name, timeZone: means.siteZone.identifier)),
      recipient: member.map { .practitioner($0.id) } ?? .address(invitation.address),
      about: invitation.inviter,
      period: "\(invitation.id)-\(invitation.generation)", notBefore: means.now, useBy: invitation.expiresAt)
    return Decision(
      .sent(invitation), changes: [.invitationSent(invitation, email: means.email)], emails: [email])
  }
}

extension Invitation {
  /// Not once somebody joined by it, or it was taken back.
  func mayBeSentAgain(now: Date) -> Bool { [.sent, .refused, .expired].contains(state(now: now)) }

  /// The same with its next link.
  func again(_ means: InvitationDecision.Means) -> Invitation {
    var next = self
    next.generation += 1
    next.keyID = means.keys.currentID
    next.digest = means.keys.invitationDigest(id, generation: next.generation)
    next.sentAt = means.now
    next.isRefused = false
    return next
  }
}
