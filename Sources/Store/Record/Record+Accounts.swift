import Domain
import Foundation
import GRDB

extension Record {
  /// A member's password and when it was set; nil without one.
  public func password(of practitioner: Practitioner.ID) throws -> (stored: StoredPassword, setAt: Date)? {
    guard let row = try first("SELECT * FROM password WHERE practitioner_id = ?", [practitioner.text])
    else { return nil }
    guard let stored = StoredPassword(row["hash"] as String) else {
      throw StoreError.unreadableRow(table: "password", id: practitioner.text, why: "hash")
    }
    return (stored, Date(milliseconds: row["set_at"]))
  }

  /// The link that changes an account whose secret has this digest.
  public func accountLink(_ digest: SecretDigest) throws -> AccountLink? {
    guard let row = try first("SELECT * FROM account_link WHERE digest = ?", [digest.text]),
      let id = AccountLink.ID(row["id"]), let practitioner = Practitioner.ID(row["practitioner_id"]),
      let purpose = purpose(row)
    else { return nil }
    return AccountLink(
      id: id, purpose: purpose, practitioner: practitioner, digest: digest,
      createdAt: Date(milliseconds: row["created_at"]),
      expiresAt: Date(milliseconds: row["expires_at"]),
      usedAt: (row["used_at"] as Int64?).map { Date(milliseconds: $0) })
  }

  private func purpose(_ row: Row) -> AccountLink.Purpose? {
    guard let text: String = row["address"] else { return .passwordReset }
    return (try? EmailAddress(text)).map(AccountLink.Purpose.addressChange)
  }

  /// How many links of a purpose (`AccountLink.Purpose.name`) were made for a member since a moment.
  public func countOfAccountLinks(_ purpose: String, for practitioner: Practitioner.ID, since: Date) throws
    -> Int
  {
    let sql =
      "SELECT count(*) FROM account_link WHERE practitioner_id = ? AND purpose = ? AND created_at > ?"
    return try first(sql, [practitioner.text, purpose, since.milliseconds])?[0] ?? 0
  }

  /// The newest line of one kind in a member's trail.
  public func securityEvent(of practitioner: Practitioner.ID, kind: SecurityEvent.Kind) throws
    -> SecurityEvent?
  {
    let sql = """
      SELECT * FROM security_event WHERE practitioner_id = ? AND kind = ? ORDER BY happened_at DESC LIMIT 1
      """
    return try first(sql, [practitioner.text, kind.rawValue]).flatMap(securityEvent)
  }

  private func securityEvent(_ row: Row) -> SecurityEvent? {
    guard let id = SecurityEvent.ID(row["id"]), let practitioner = Practitioner.ID(row["practitioner_id"]),
      let kind = SecurityEvent.Kind(rawValue: row["kind"])
    else { return nil }
    return SecurityEvent(
      id: id, practitioner: practitioner, kind: kind, at: Date(milliseconds: row["happened_at"]),
      detail: row["detail"])
  }
}
