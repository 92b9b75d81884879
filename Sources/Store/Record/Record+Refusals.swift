import Domain
import Foundation
import GRDB

/// Why nothing goes to an address: a server refused it for good.
public struct Suppression: Hashable, Sendable {
  /// Since when nothing goes there.
  public var at: Date
  /// The server's words, without addresses.
  public var reply: String
}

extension Record {
  /// Why nothing goes to an address, or nil. The address itself is not held: see `AddressHash`.
  public func suppression(of address: EmailAddress) throws -> Suppression? {
    for hash in keys.hashes(of: address) {
      if let row = try first("SELECT * FROM suppression WHERE address_hash = ?", [hash.text]) {
        return Suppression(at: Date(milliseconds: row["suppressed_at"]), reply: row["reply"])
      }
    }
    return nil
  }

  /// How many addresses nothing goes to.
  public func countOfSuppressions() throws -> Int {
    try first("SELECT count(*) FROM suppression", [])?[0] ?? 0
  }

  /// The streams that wait, by name.
  public func streamPauses() throws -> [StreamPause] {
    try rows("SELECT * FROM stream_pause ORDER BY stream", []).compactMap { row in
      EmailStream(rawValue: row["stream"]).map {
        StreamPause(
          stream: $0, since: Date(milliseconds: row["since"]), until: Date(milliseconds: row["until"]),
          refusals: row["refusals"], isProbing: row["is_probing"], reply: row["reply"])
      }
    }
  }

  /// The first refusal stands: it is the one that counts from when.
  func suppress(_ address: EmailAddress, reply: String, now: Date) throws {
    guard try suppression(of: address) == nil else { return }
    let hash = keys.hash(of: address)
    try run(
      "INSERT INTO suppression (address_hash, key_id, suppressed_at, reply) VALUES (?, ?, ?, ?)",
      [hash.text, Int(hash.keyID), now.milliseconds, reply])
  }

  /// Emails go to an address again.
  func release(_ address: EmailAddress) throws {
    for hash in keys.hashes(of: address) {
      try run("DELETE FROM suppression WHERE address_hash = ?", [hash.text])
    }
  }

  func put(_ pause: StreamPause) throws {
    try run(
      """
      INSERT INTO stream_pause (stream, since, until, refusals, is_probing, reply) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (stream) DO UPDATE SET until = excluded.until, refusals = excluded.refusals,
        is_probing = excluded.is_probing, reply = excluded.reply
      """,
      [
        pause.stream.rawValue, pause.since.milliseconds, pause.until.milliseconds, pause.refusals,
        pause.isProbing ? 1 : 0, pause.reply,
      ])
  }

  /// What was put back until the end of the pause is due at once.
  func resume(_ pause: StreamPause, now: Date) throws {
    try run("DELETE FROM stream_pause WHERE stream = ?", [pause.stream.rawValue])
    try run("UPDATE outbox SET due_at = ? WHERE due_at = ?", [now.milliseconds, pause.until.milliseconds])
  }
}
