import Domain
import Foundation
import GRDB

extension Record {
  /// Applies what concerns whether a member takes part, and returns the member whose listing it may have altered.
  func applyStanding(_ change: Change) throws -> Practitioner.ID? {
    switch change {
    case .standingSet(let id, let standing):
      try run("UPDATE practitioner SET standing = ? WHERE id = ?", [standing.rawValue, id.text])
      return id
    case .left(let id, let moment):
      try run("UPDATE practitioner SET left_at = ? WHERE id = ?", [moment?.milliseconds, id.text])
      return id
    case .erased(let id, let moment):
      try erase(id, at: moment)
      return id
    case .strangersForgotten(let moment):
      try forgetStrangers(before: moment)
      return nil
    case .sessionsClosed(let id, let kept):
      try run(
        "DELETE FROM session WHERE practitioner_id = ? AND digest <> ?", [id.text, kept?.text ?? ""])
      return nil
    default: return nil
    }
  }

  /// Published listings whose registration was not checked, or shows another number than the one that was; in the order of
  /// their members' identifiers, after one, so many at the most.
  public func unverified(after: String, limit: Int) throws -> [Listing] {
    let sql = """
      SELECT practitioner.id FROM practitioner JOIN listing ON listing.practitioner_id = practitioner.id
      WHERE practitioner.id > ? AND standing = 'active' AND left_at IS NULL AND published_at IS NOT NULL
        AND (verified_number IS NULL OR verified_number <> registration_number)
      ORDER BY practitioner.id LIMIT ?
      """
    return try rows(sql, [after, limit]).compactMap { row in
      try Practitioner.ID(row["id"] as String).flatMap { try listing($0) }
    }
  }

  /// The trail of what concerned the security of an account, newest first, so many lines at the most.
  public func trail(of id: Practitioner.ID, limit: Int) throws -> [SecurityEvent] {
    let sql =
      "SELECT * FROM security_event WHERE practitioner_id = ? ORDER BY happened_at DESC, id LIMIT ?"
    return try rows(sql, [id.text, limit]).compactMap { row in
      guard let event = SecurityEvent.ID(row["id"] as String),
        let kind = SecurityEvent.Kind(rawValue: row["kind"])
      else { return nil }
      return SecurityEvent(
        id: event, practitioner: id, kind: kind, at: Date(milliseconds: row["happened_at"]),
        detail: row["detail"])
    }
  }
}
