import Domain
import Foundation
import GRDB

extension Record {
  /// The link whose secret has this digest.
  public func signInLink(_ digest: SecretDigest) throws -> SignInLink? {
    try first("SELECT * FROM sign_in_link WHERE digest = ?", [digest.text]).flatMap(signInLink)
  }

  /// The newest link that was asked for in a browser whose secret has this digest.
  public func signInLink(askedIn browser: SecretDigest) throws -> SignInLink? {
    let sql = "SELECT * FROM sign_in_link WHERE browser_digest = ? ORDER BY created_at DESC LIMIT 1"
    return try first(sql, [browser.text]).flatMap(signInLink)
  }

  private func signInLink(_ row: Row) -> SignInLink? {
    guard let id = SignInLink.ID(row["id"]), let practitioner = Practitioner.ID(row["practitioner_id"])
    else { return nil }
    var code: SignInLink.Code?
    if let digest: String = row["code_digest"], let browser: String = row["browser_digest"] {
      code = SignInLink.Code(
        digest: SecretDigest(stored: digest), browser: SecretDigest(stored: browser), tries: row["code_tries"]
      )
    }
    return SignInLink(
      id: id, practitioner: practitioner, digest: SecretDigest(stored: row["digest"]), code: code,
      createdAt: Date(milliseconds: row["created_at"]), expiresAt: Date(milliseconds: row["expires_at"]),
      usedAt: (row["used_at"] as Int64?).map { Date(milliseconds: $0) })
  }

  /// How many links were made for a member since a moment.
  public func countOfSignInLinks(for practitioner: Practitioner.ID, since: Date) throws -> Int {
    let sql = "SELECT count(*) FROM sign_in_link WHERE practitioner_id = ? AND created_at > ?"
    return try first(sql, [practitioner.text, since.milliseconds])?[0] ?? 0
  }

  /// How many wrong codes were tried of links that were made for a member since a moment.
  public func countOfCodeTries(for practitioner: Practitioner.ID, since: Date) throws -> Int {
    let sql =
      "SELECT coalesce(sum(code_tries), 0) FROM sign_in_link WHERE practitioner_id = ? AND created_at > ?"
    return try first(sql, [practitioner.text, since.milliseconds])?[0] ?? 0
  }

  /// A session that has not ended, or nil.
  public func session(_ digest: SecretDigest, now: Date) throws -> Session? {
    let sql = "SELECT * FROM session WHERE digest = ? AND expires_at > ?"
    return try first(sql, [digest.text, now.milliseconds]).flatMap(session)
  }

  /// The sessions of a member that have not ended, the last used first.
  public func sessions(of practitioner: Practitioner.ID, now: Date) throws -> [Session] {
    let sql =
      "SELECT * FROM session WHERE practitioner_id = ? AND expires_at > ? ORDER BY seen_at DESC, opened_at DESC"
    return try rows(sql, [practitioner.text, now.milliseconds]).compactMap(session)
  }

  private func session(_ row: Row) -> Session? {
    guard let practitioner = Practitioner.ID(row["practitioner_id"]) else { return nil }
    return Session(
      digest: SecretDigest(stored: row["digest"]), practitioner: practitioner,
      means: Session.Means(rawValue: row["means"]) ?? .emailLink, browser: row["browser"],
      openedAt: Date(milliseconds: row["opened_at"]), seenAt: Date(milliseconds: row["seen_at"]))
  }
}
