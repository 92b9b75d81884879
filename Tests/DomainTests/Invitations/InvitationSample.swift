import Foundation
import Testing

@testable import Domain

/// Made-up invitations and what they are sent with.
enum InvitationSample {
  static func keys() throws -> KeyRing {
    try #require(
      KeyRing([1: [UInt8](repeating: 1, count: 32), 2: [UInt8](repeating: 2, count: 32)]))
  }

  static func means(
    quotas: InvitationQuotas = InvitationQuotas(), now: Date = Sample.now
  ) throws -> InvitationDecision.Means {
    InvitationDecision.Means(
      keys: try keys(), email: Sample.id(900), quotas: quotas, siteZone: Sample.sydney, now: now)
  }

  static func address(_ number: Int = 1) throws -> EmailAddress {
    try EmailAddress("New.\(number)@example.org")
  }

  /// The invitation with a number, by the member with another, sent a while ago.
  static func invitation(
    _ number: Int = 1, by inviter: Int? = 1, sentAgo seconds: TimeInterval = 0
  ) throws -> Invitation {
    let id: Invitation.ID = Sample.id(100 + number)
    return Invitation(
      id: id, inviter: inviter.map { Sample.id($0) }, address: try address(number),
      note: try InvitationNote("Hello"), generation: 1, keyID: 2,
      digest: try keys().invitationDigest(id, generation: 1), createdAt: Sample.now - seconds,
      sentAt: Sample.now - seconds)
  }

  /// An invitation in each state, at `Sample.now`.
  static func invitation(in state: Invitation.State) throws -> Invitation {
    var invitation = try invitation(sentAgo: state == .expired ? Invitation.lasts : 60)
    switch state {
    case .sent, .expired: break
    case .redeemed: (invitation.redeemedAt, invitation.redeemedBy) = (Sample.now - 1, Sample.id(50))
    case .revoked: invitation.revokedAt = Sample.now - 1
    case .refused: invitation.isRefused = true
    }
    return invitation
  }

  static func facts(
    mine: [Invitation] = [], sentToAddress: Int = 0, member: Practitioner? = nil
  ) -> InvitationDecision.Facts {
    InvitationDecision.Facts(mine: mine, sentToAddress: sentToAddress, member: member)
  }

  static func acceptance(
    password: StoredPassword? = nil, arrival: ProviderDecision.Arrival? = nil
  ) -> InvitationDecision.Acceptance {
    InvitationDecision.Acceptance(
      name: "Dr New", password: password, arrival: arrival, practitioner: Sample.id(50),
      opening: SessionOpening(
        session: SecretDigest(of: "session"), event: Sample.id(62), browser: "Firefox on Linux"),
      events: (Sample.id(60), Sample.id(61)))
  }

  static func arrival() -> ProviderDecision.Arrival {
    ProviderDecision.Arrival(
      identity: ProviderIdentity(issuer: "https://id.example", subject: "1"), account: "a@elsewhere.example",
      provider: "Google", browser: "Firefox on Linux", event: Sample.id(63))
  }
}
