import Domain
import Foundation
import GRDB

extension Record {
  /// The link whose secret has this digest.
  public func signInLink(_ digest: SecretDigest) throws -> SignInLink? {
    let sql = "SELECT * FROM sign_in_link WHERE digest = ?"
    guard let row = try first(sql, [digest.text]),
      let id = SignInLink.ID(row["id"]),
      let practitioner = Practitioner.ID(row["practitioner_id"])
    else { return nil }
    return SignInLink(
      id: id, practitioner: practitioner, digest: digest, createdAt: Date(milliseconds: row["created_at"]),
      expiresAt: Date(milliseconds: row["expires_at"]),
      usedAt: (row["used_at"] as Int64?).map { Date(milliseconds: $0) })
  }

  /// How many links were made for a member since a moment.
  public func countOfSignInLinks(for practitioner: Practitioner.ID, since: Date) throws -> Int {
    let sql = "SELECT count(*) FROM sign_in_link WHERE practitioner_id = ? AND created_at > ?"
    return try Int.fetchOne(database, sql: sql, arguments: [practitioner.text, since.milliseconds]) ?? 0
  }

  /// A session that has not ended, or nil.
  public func session(_ digest: SecretDigest, now: Date) throws -> Session? {
    let sql = "SELECT * FROM session WHERE digest = ? AND expires_at > ?"
    guard let row = try first(sql, [digest.text, now.milliseconds]),
      let practitioner = Practitioner.ID(row["practitioner_id"])
    else { return nil }
    return Session(
      digest: digest, practitioner: practitioner,
      means: Session.Means(rawValue: row["means"]) ?? .emailLink, browser: row["browser"],
      openedAt: Date(milliseconds: row["opened_at"]), seenAt: Date(milliseconds: row["seen_at"]))
  }
}
