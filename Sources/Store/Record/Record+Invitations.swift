import Domain
import Foundation
import GRDB

extension Record {
  /// An invitation, or nil.
  public func invitation(_ id: Invitation.ID) throws -> Invitation? {
    try first("\(Self.invitations) WHERE invitation.id = ?", [id.text]).map(invitation)
  }

  /// The invitation whose newest secret has this digest, with those whom it concerns.
  public func invitationFacts(_ digest: SecretDigest) throws -> InvitationFacts? {
    guard let row = try first("\(Self.invitations) WHERE digest = ?", [digest.text]) else { return nil }
    return try facts(try invitation(row))
  }

  private func facts(_ invitation: Invitation) throws -> InvitationFacts {
    InvitationFacts(
      invitation, inviter: try invitation.inviter.flatMap { try practitioner($0) },
      member: try practitioner(at: invitation.address))
  }

  /// A member's invitations (nil: the operator's), newest first, so many at the most.
  public func invitations(of inviter: Practitioner.ID?, limit: Int) throws -> [Invitation] {
    try rows(
      """
      \(Self.invitations) WHERE inviter_id IS NOT DISTINCT FROM ?
      ORDER BY invitation.created_at DESC, invitation.id LIMIT ?
      """, [inviter?.text, limit]
    ).map(invitation)
  }

  /// What stands before an inviter (nil: the operator) sends an invitation to an address.
  public func invitationFacts(of inviter: Practitioner.ID?, to address: EmailAddress, now: Date) throws
    -> InvitationDecision.Facts
  {
    InvitationDecision.Facts(
      mine: try openInvitations(of: inviter, now: now),
      sentToAddress: try countOfInvitations(to: address, since: now - 86_400),
      member: try practitioner(at: address))
  }

  /// Those that an inviter (nil: the operator) sent lately enough that they may still be open.
  public func openInvitations(of inviter: Practitioner.ID?, now: Date) throws -> [Invitation] {
    try rows(
      "\(Self.invitations) WHERE inviter_id IS NOT DISTINCT FROM ? AND expires_at > ?",
      [inviter?.text, now.milliseconds]
    ).map(invitation)
  }

  /// How many invitations an address was sent since a moment, by whomever, and whatever the emails said.
  public func countOfInvitations(to address: EmailAddress, since: Date) throws -> Int {
    let sql = "SELECT count(*) FROM invitation_sending WHERE address_key = ? AND sent_at > ?"
    return try first(sql, [address.key, since.milliseconds])?[0] ?? 0
  }

  /// The invitation that an email is of, with those whom it concerns.
  func invitationFacts(of email: Email) throws -> InvitationFacts? {
    guard case .invitation(let facts) = email else { return nil }
    return try invitation(facts.invitation).map { try self.facts($0) }
  }

  /// With what became of the newest email: an address that was refused for good before is not tried again.
  private static let invitations = """
    SELECT invitation.*, outbox.state AS email_state, outbox.last_reply AS email_reply
    FROM invitation
    LEFT JOIN invitation_sending ON invitation_sending.invitation_id = invitation.id
      AND invitation_sending.generation = invitation.generation
    LEFT JOIN outbox ON outbox.id = invitation_sending.email_id
    """

  private func invitation(_ row: Row) throws -> Invitation {
    let text: String = row["id"]
    guard let id = Invitation.ID(text), let address = try? EmailAddress(row["address"] as String),
      let note = try? InvitationNote(row["note"]), let keyID = UInt8(exactly: row["key_id"] as Int64)
    else { throw StoreError.unreadableRow(table: "invitation", id: text, why: "id, address, note or key") }
    var invitation = Invitation(
      id: id, inviter: (row["inviter_id"] as String?).flatMap(Practitioner.ID.init), address: address,
      note: note, generation: row["generation"], keyID: keyID,
      digest: SecretDigest(stored: row["digest"]), createdAt: Date(milliseconds: row["created_at"]),
      sentAt: Date(milliseconds: row["sent_at"]))
    invitation.revokedAt = (row["revoked_at"] as Int64?).map { Date(milliseconds: $0) }
    invitation.redeemedAt = (row["redeemed_at"] as Int64?).map { Date(milliseconds: $0) }
    invitation.redeemedBy = (row["redeemed_by"] as String?).flatMap(Practitioner.ID.init)
    let state = (row["email_state"] as String?).flatMap(OutboxEntry.State.init)
    let isSuppressed = row["email_reply"] as String? == Owed.Reason.suppressed.rawValue
    invitation.isRefused = state == .failed || (state == .cancelled && isSuppressed)
    return invitation
  }
}

extension Record {
  func applyInvitation(_ change: Change) throws {
    switch change {
    case .invitationSent(let invitation, let email):
      try put(invitation)
      try run(
        """
        INSERT INTO invitation_sending (invitation_id, generation, address_key, sent_at, email_id)
        VALUES (?, ?, ?, ?, ?)
        """,
        [
          invitation.id.text, invitation.generation, invitation.address.key, invitation.sentAt.milliseconds,
          email.text,
        ])
    case .invitationRevoked(let id, let date):
      try run("UPDATE invitation SET revoked_at = ? WHERE id = ?", [date.milliseconds, id.text])
    case .invitationRedeemed(let id, let practitioner, let date):
      try run(
        "UPDATE invitation SET redeemed_at = ?, redeemed_by = ? WHERE id = ?",
        [date.milliseconds, practitioner.text, id.text])
    default: break
    }
  }

  private func put(_ invitation: Invitation) throws {
    try run(
      """
      INSERT INTO invitation (id, inviter_id, address, note, generation, key_id, digest, created_at, sent_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET note = excluded.note, generation = excluded.generation,
        key_id = excluded.key_id, digest = excluded.digest, sent_at = excluded.sent_at,
        expires_at = excluded.expires_at
      """,
      [
        invitation.id.text, invitation.inviter?.text, invitation.address.text, invitation.note.text,
        invitation.generation, Int64(invitation.keyID), invitation.digest.text,
        invitation.createdAt.milliseconds, invitation.sentAt.milliseconds, invitation.expiresAt.milliseconds,
      ])
  }
}
