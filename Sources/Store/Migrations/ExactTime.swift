extension Migration {
  /// Being away; how a firing's emails go out and what was missed; by what the record is known for the one that last sent.
  ///
  /// Firings that were queued before go on as they were promised: for seven days, without a reminder.
  static let exactTime = Migration(
    name: "002-exact-time",
    sql: """
      ALTER TABLE practitioner ADD COLUMN away_until BIGINT;

      CREATE TABLE away_event (
        id TEXT NOT NULL PRIMARY KEY,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        happened_at BIGINT NOT NULL,
        means TEXT NOT NULL CHECK (means IN ('email', 'site', 'operator', 'import')),
        away_until BIGINT
      );

      CREATE INDEX away_event_by_practitioner ON away_event (practitioner_id, happened_at);

      ALTER TABLE schedule_progress ADD COLUMN times TEXT NOT NULL DEFAULT '';

      ALTER TABLE firing ADD COLUMN randomized_delay BIGINT NOT NULL DEFAULT 0;
      ALTER TABLE firing ADD COLUMN cut_off BIGINT NOT NULL DEFAULT 604800000;
      ALTER TABLE firing ADD COLUMN reminder_after BIGINT;
      ALTER TABLE firing ADD COLUMN late BIGINT NOT NULL DEFAULT 0;
      ALTER TABLE firing ADD COLUMN missed TEXT
        CHECK (missed IN ('past-cut-off', 'overtaken', 'stopped'));

      CREATE TABLE record_marks (
        id BIGINT NOT NULL PRIMARY KEY CHECK (id = 1),
        machine TEXT NOT NULL,
        inode BIGINT NOT NULL,
        generation BIGINT NOT NULL
      );
      """)
}
