extension Migration {
  /// What servers refused for good: addresses that nothing more goes to, and streams that wait.
  static let refusals = Migration(
    name: "004-refusals",
    sql: """
      CREATE TABLE suppression (
        address_key TEXT NOT NULL PRIMARY KEY,
        suppressed_at BIGINT NOT NULL,
        reply TEXT NOT NULL
      );

      CREATE TABLE stream_pause (
        stream TEXT NOT NULL PRIMARY KEY CHECK (stream IN ('rounds', 'digests', 'transactional')),
        since BIGINT NOT NULL,
        until BIGINT NOT NULL,
        refusals BIGINT NOT NULL,
        is_probing BIGINT NOT NULL CHECK (is_probing IN (0, 1)),
        reply TEXT NOT NULL
      );
      """)
}
