import Domain
import Foundation

/// An invitation in words, for the zone of whoever invited.
struct InvitationView: Sendable {
  let zone: TimeZone
  let now: Date

  func row(_ invitation: Invitation, joined: Practitioner?) -> InvitationsPage.Row {
    let state = invitation.state(now: now)
    return InvitationsPage.Row(
      id: invitation.id.text,
      address: joined?.standing == .erased ? Pseudonym.name : invitation.address.text,
      state: words(invitation, state),
      note: invitation.note.text, joined: joined.flatMap(listing), again: again(state),
      mayBeRevoked: invitation.isUsable(now: now))
  }

  private func words(_ invitation: Invitation, _ state: Invitation.State) -> String {
    switch state {
    case .sent: "Sent on \(day(invitation.sentAt)). The link works until the end of \(lastDay(invitation))."
    case .redeemed: "Joined\(invitation.redeemedAt.map { " on \(day($0))" } ?? "")."
    case .expired: "Expired on \(day(invitation.expiresAt))."
    case .revoked: "Taken back\(invitation.revokedAt.map { " on \(day($0))" } ?? "")."
    case .refused: "Not delivered: the receiving server did not take it. Is the address right?"
    }
  }

  /// The last day that its link works all day, as the email says it.
  private func lastDay(_ invitation: Invitation) -> String { day(invitation.expiresAt - 86_400) }

  private func day(_ moment: Date) -> String { LocalDay(moment, in: zone).words }

  private func again(_ state: Invitation.State) -> String? {
    switch state {
    case .sent, .expired: "Send a fresh link"
    case .refused: "Try once more"
    case .redeemed, .revoked: nil
    }
  }

  private func listing(_ practitioner: Practitioner) -> (name: String, path: LinkTarget)? {
    practitioner.isListed ? (practitioner.name, "/practitioners/\(practitioner.id.text)") : nil
  }
}
