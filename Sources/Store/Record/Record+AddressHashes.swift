import Domain
import Foundation
import GRDB

/// What outlasts a member: that their address was to be spared.
extension Record {
  /// Keeps the streams that a member has stopped under the hash of their address, before they are erased.
  func keepStops(of practitioner: Practitioner) throws {
    let hash = keys.hash(of: practitioner.email)
    try run(
      """
      INSERT INTO stopped_address (address_hash, stream, key_id, stopped_at)
      SELECT ?, stream, ?, stopped_at FROM stopped_stream WHERE practitioner_id = ?
      ON CONFLICT DO NOTHING
      """, [hash.text, Int(hash.keyID), practitioner.id.text])
  }

  /// Whoever joins with an address whose streams were stopped has them stopped.
  func takeBackStops(of practitioner: Practitioner) throws {
    for hash in keys.hashes(of: practitioner.email) {
      try run(
        """
        INSERT INTO stopped_stream (practitioner_id, stream, stopped_at)
        SELECT ?, stream, stopped_at FROM stopped_address WHERE address_hash = ?
        ON CONFLICT DO NOTHING
        """, [practitioner.id.text, hash.text])
      try run("DELETE FROM stopped_address WHERE address_hash = ?", [hash.text])
    }
  }

  /// Addresses that a release before this one kept in the clear are hashed. What is no address stands for nobody, and goes.
  fileprivate func hashSuppressions() throws {
    for row in try rows("SELECT address_hash FROM suppression WHERE key_id IS NULL", []) {
      let text: String = row["address_hash"]
      if let hash = (try? EmailAddress(text)).map(keys.hash) {
        try run(
          "UPDATE suppression SET address_hash = ?, key_id = ? WHERE address_hash = ?",
          [hash.text, Int(hash.keyID), text])
      } else {
        try run("DELETE FROM suppression WHERE address_hash = ?", [text])
      }
    }
    try noteErasure()
  }
}

extension Store {
  /// Hashes the addresses that a release before this one kept in the clear; writes nothing when there are none.
  static func hashSuppressions(_ pool: DatabasePool, _ keys: KeyRing) throws {
    let isOwed = try pool.read {
      try Int.fetchOne($0, sql: "SELECT 1 FROM suppression WHERE key_id IS NULL LIMIT 1") != nil
    }
    if isOwed { try pool.write { try Record($0, keys).hashSuppressions() } }
  }
}
