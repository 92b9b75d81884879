import Domain
import Foundation
import GRDB

extension Record {
  /// Applies what concerns sessions and the links that open them.
  func applySignIn(_ change: Change) throws {
    switch change {
    case .signInLinkMade(let link): try insert(link)
    case .signInLinkUsed(let id, let date):
      try run(
        "UPDATE sign_in_link SET used_at = ? WHERE id = ? AND used_at IS NULL", [date.milliseconds, id.text])
    case .signInCodeTried(let id):
      try run("UPDATE sign_in_link SET code_tries = code_tries + 1 WHERE id = ?", [id.text])
    case .accountLinkMade(let link): try insert(link)
    case .accountLinkUsed(let id, let date):
      try run(
        "UPDATE account_link SET used_at = ? WHERE id = ? AND used_at IS NULL", [date.milliseconds, id.text])
    case .sessionOpened(let session): try insert(session)
    case .sessionSeen(let digest, let at, let expiresAt):
      try run(
        "UPDATE session SET seen_at = ?, expires_at = ? WHERE digest = ?",
        [at.milliseconds, expiresAt.milliseconds, digest.text])
    case .sessionClosed(let digest): try run("DELETE FROM session WHERE digest = ?", [digest.text])
    default: break
    }
  }

  private func insert(_ link: SignInLink) throws {
    try run(
      """
      INSERT INTO sign_in_link (id, practitioner_id, digest, created_at, expires_at, code_digest, browser_digest)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        link.id.text, link.practitioner.text, link.digest.text, link.createdAt.milliseconds,
        link.expiresAt.milliseconds, link.code?.digest.text, link.code?.browser.text,
      ])
  }

  private func insert(_ link: AccountLink) throws {
    let address: String? = if case .addressChange(let address) = link.purpose { address.text } else { nil }
    try run(
      """
      INSERT INTO account_link (id, purpose, practitioner_id, address, digest, created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        link.id.text, link.purpose.name, link.practitioner.text, address, link.digest.text,
        link.createdAt.milliseconds, link.expiresAt.milliseconds,
      ])
  }

  private func insert(_ session: Session) throws {
    try run(
      """
      INSERT INTO session (digest, practitioner_id, opened_at, seen_at, expires_at, means, browser)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """,
      [
        session.digest.text, session.practitioner.text, session.openedAt.milliseconds,
        session.seenAt.milliseconds, session.expiresAt.milliseconds, session.means.rawValue, session.browser,
      ])
  }
}
