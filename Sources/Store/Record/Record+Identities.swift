import Domain
import Foundation
import GRDB

extension Record {
  /// Whose account an identity opens, or nil.
  public func linkedIdentity(_ identity: ProviderIdentity) throws -> LinkedIdentity? {
    try first("SELECT * FROM identity WHERE issuer = ? AND subject = ?", [identity.issuer, identity.subject])
      .flatMap(linkedIdentity)
  }

  /// The identities that open a member's account, the oldest first.
  public func linkedIdentities(of practitioner: Practitioner.ID) throws -> [LinkedIdentity] {
    let sql = "SELECT * FROM identity WHERE practitioner_id = ? ORDER BY linked_at, issuer, subject"
    return try rows(sql, [practitioner.text]).compactMap(linkedIdentity)
  }

  func insert(_ linked: LinkedIdentity) throws {
    try run(
      "INSERT INTO identity (issuer, subject, practitioner_id, account, linked_at) VALUES (?, ?, ?, ?, ?)",
      [
        linked.identity.issuer, linked.identity.subject, linked.practitioner.text, linked.account,
        linked.linkedAt.milliseconds,
      ])
  }

  func delete(_ identity: ProviderIdentity) throws {
    try run(
      "DELETE FROM identity WHERE issuer = ? AND subject = ?", [identity.issuer, identity.subject])
  }

  private func linkedIdentity(_ row: Row) -> LinkedIdentity? {
    Practitioner.ID(row["practitioner_id"]).map {
      LinkedIdentity(
        identity: ProviderIdentity(issuer: row["issuer"], subject: row["subject"]), practitioner: $0,
        account: row["account"], linkedAt: Date(milliseconds: row["linked_at"]))
    }
  }
}
