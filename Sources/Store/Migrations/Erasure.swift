extension Migration {
  /// What erasure needs: emails that name a member without going to them, addresses that are known again by a keyed hash alone, and
  /// how far what was erased has been swept up.
  ///
  /// Addresses that were kept in the clear are hashed when the record is opened: SQL has no key.
  static let erasure = Migration(
    name: "006-erasure",
    sql: """
      ALTER TABLE outbox ADD COLUMN about_id TEXT REFERENCES practitioner (id);

      CREATE INDEX outbox_about ON outbox (about_id) WHERE about_id IS NOT NULL;

      ALTER TABLE suppression RENAME COLUMN address_key TO address_hash;
      ALTER TABLE suppression ADD COLUMN key_id BIGINT;

      CREATE TABLE stopped_address (
        address_hash TEXT NOT NULL,
        stream TEXT NOT NULL CHECK (stream IN ('rounds', 'digests')),
        key_id BIGINT NOT NULL,
        stopped_at BIGINT NOT NULL,
        PRIMARY KEY (address_hash, stream)
      );

      CREATE TABLE erasure_progress (
        id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
        erased BIGINT NOT NULL,
        swept BIGINT NOT NULL
      );
      """)
}
