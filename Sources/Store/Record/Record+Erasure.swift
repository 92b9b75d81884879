import Domain
import Foundation
import GRDB

extension Record {
  /// What a decision about an erasure rests on.
  public func erasureFacts(of id: Practitioner.ID) throws -> ErasureDecision.Facts {
    ErasureDecision.Facts(
      practitioner: try practitioner(id),
      recommendations: try recommendations(by: id) + recommendations(of: id),
      bookings: try booked(with: id))
  }

  /// Members who left at a moment or before and are not erased, the longest gone first, so many at the most.
  public func left(before moment: Date, limit: Int) throws -> [Practitioner.ID] {
    let sql = """
      SELECT id FROM practitioner WHERE left_at IS NOT NULL AND erased_at IS NULL AND left_at <= ?
      ORDER BY left_at, id LIMIT ?
      """
    return try rows(sql, [moment.milliseconds, limit]).compactMap { Practitioner.ID($0["id"] as String) }
  }

  /// Takes everything personal out of the record. What stays, under a pseudonym: that somebody was here from when to when, whom
  /// they let in and who let them in, and of the trail what happened when.
  func erase(_ id: Practitioner.ID, at moment: Date) throws {
    guard let practitioner = try practitioner(id) else { return }
    try keepStops(of: practitioner)
    let addresses = try addresses(of: practitioner)
    try eraseInvitations(of: id, addresses)
    try eraseReferrals(of: id)
    try eraseDigests(of: id)
    try eraseRequests(of: id)
    for table in Self.answersAndOwn { try run("DELETE FROM \(table) WHERE practitioner_id = ?", [id.text]) }
    try run("DELETE FROM outbox WHERE practitioner_id = ? OR about_id = ?", [id.text, id.text])
    for address in addresses {
      try run("DELETE FROM outbox WHERE practitioner_id IS NULL AND recipient_key = ?", [address])
    }
    try run("UPDATE security_event SET detail = '' WHERE practitioner_id = ?", [id.text])
    try putPseudonym(id, at: moment)
    try noteErasure()
  }

  /// What is a member's own, in an order that leaves no row pointing at nothing.
  private static let answersAndOwn = [
    "wait_answer", "wait_event", "away_event", "practice_location", "listing", "listing_draft", "session",
    "password", "identity", "sign_in_link", "account_link", "stopped_stream", "saved_search",
    "match_exposure", "booking", "slot_offer",
    "day_off", "slot_terms",
  ]

  /// The mailboxes that are known to be or to have been theirs, as two are compared.
  private func addresses(of practitioner: Practitioner) throws -> Set<String> {
    let others = try rows(
      """
      SELECT lower(address) AS address FROM account_link
        WHERE practitioner_id = ? AND address IS NOT NULL AND used_at IS NOT NULL
      UNION SELECT recipient_key FROM outbox WHERE about_id = ? AND kind = ? AND address IS NOT NULL
      """,
      [practitioner.id.text, practitioner.id.text, Email.Kind.accountNotice.rawValue])
    return Set(others.map { $0["address"] as String } + [practitioner.email.key])
  }

  private func putPseudonym(_ id: Practitioner.ID, at moment: Date) throws {
    let address = Pseudonym.address(of: id)
    try run(
      """
      UPDATE practitioner SET name = ?, email = ?, email_key = ?, standing = 'active', time_zone = NULL, photo = NULL,
        round_frequency = 'monthly', digest_frequency = 'weekly', digest_day = 0, digest_hour = 7, digest_due_at = 0,
        away_until = NULL, published_at = NULL, left_at = coalesce(left_at, ?), erased_at = ?
      WHERE id = ?
      """, [Pseudonym.name, address, address, moment.milliseconds, moment.milliseconds, id.text])
  }

  /// An invitation that somebody joined by says that they did, and no more; every other one goes. So do the emails of both,
  /// which name who invited and whom.
  private func eraseInvitations(of id: Practitioner.ID, _ addresses: Set<String>) throws {
    var theirs = try rows(
      "SELECT id FROM invitation WHERE inviter_id = ? OR redeemed_by = ?", [id.text, id.text])
    for address in addresses {
      theirs += try rows(
        "SELECT invitation_id AS id FROM invitation_sending WHERE address_key = ?", [address])
    }
    for invitation in Set(theirs.map { $0["id"] as String }) {
      try eraseSendings(of: invitation)
      try run("DELETE FROM invitation WHERE id = ? AND redeemed_at IS NULL", [invitation])
      try run("UPDATE invitation SET address = ?, note = '' WHERE id = ?", [Pseudonym.invited, invitation])
    }
  }

  /// The emails of an invitation, and that there were any.
  func eraseSendings(of invitation: String) throws {
    try run(
      "DELETE FROM outbox WHERE id IN (SELECT email_id FROM invitation_sending WHERE invitation_id = ?)",
      [invitation])
    try run("DELETE FROM invitation_sending WHERE invitation_id = ?", [invitation])
  }
}
