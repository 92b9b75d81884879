import Domain
import Foundation
import Store

extension Operations {
  /// An invitation as commands show one. Never its link: that is made when it is sent.
  struct InvitationFacts: Encodable {
    var id: String
    var address: String
    var note: String
    var expiresAt: Date
    /// Who has the address is a member already, and is told so instead.
    var isMember: Bool
  }

  /// The operator invites. Without a daemon the email waits for the next one.
  func invite(_ text: String, note typed: String) async throws -> Report {
    let address: EmailAddress
    do throws(EmailAddress.Refusal) { address = try EmailAddress(text) } catch {
      return .refused("\(text.shown) is no address: \(error.explanation)")
    }
    guard let note = try? InvitationNote(typed) else {
      return .refused("a note has at most \(InvitationNote.most) characters")
    }
    var chance = Chance()
    let id = Invitation.ID(using: &chance)
    let means = InvitationDecision.Means(
      keys: materials.keys, email: OutboxEntry.ID(using: &chance), quotas: configuration.invitations,
      siteZone: materials.siteZone, now: time.now().inMilliseconds)
    let inviter = InvitationDecision.Inviter.operator(name: configuration.site.operatorName)
    let (outcome, isMember) = try await store.perform({
      try $0.invitationFacts(of: nil, to: address, now: means.now)
    }) { facts in
      let decision = InvitationDecision.invite(
        address, note: note, by: inviter, id: id, facts: facts, means: means)
      return Decision(
        (decision.outcome, facts.member != nil), changes: decision.changes, emails: decision.emails)
    }
    daemon?.queue.wake()
    return try report(outcome, to: address, isMember: isMember)
  }

  private func report(_ outcome: InvitationDecision.Outcome, to address: EmailAddress, isMember: Bool) throws
    -> Report
  {
    switch outcome {
    case .refused:
      return .refused(
        "\(address) was sent \(configuration.invitations.dailyPerAddress) today, as many as it may be (invitations.daily-per-address)"
      )
    case .sent(let invitation):
      let facts = InvitationFacts(
        id: invitation.id.text, address: address.text, note: invitation.note.text,
        expiresAt: invitation.expiresAt, isMember: isMember)
      let day = LocalDay(invitation.expiresAt - 86_400, in: materials.siteZone).words
      let text =
        isMember
        ? "\(address) is a member already, and is told so"
        : "an invitation goes to \(address); its link works until the end of \(day)"
      return try Report(facts, text: text)
    }
  }
}
