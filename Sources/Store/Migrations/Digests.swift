extension Migration {
  /// How often members want what they subscribe to, and their digests: when the next is due, what each covered, and whom it
  /// names, so that an erasure finds every copy of a name.
  ///
  /// `digest_due_at` is 0 where the time is still to be worked out. What stood before a line of the history is unknown of the
  /// first line of each member; then nothing did.
  static let digests = Migration(
    name: "012-digests",
    sql: """
      ALTER TABLE practitioner ADD COLUMN round_frequency TEXT NOT NULL DEFAULT 'monthly'
        CHECK (round_frequency IN ('monthly', 'quarterly'));
      ALTER TABLE practitioner ADD COLUMN digest_frequency TEXT NOT NULL DEFAULT 'weekly'
        CHECK (digest_frequency IN ('weekly', 'fortnightly', 'monthly'));
      ALTER TABLE practitioner ADD COLUMN digest_day BIGINT NOT NULL DEFAULT 0 CHECK (digest_day BETWEEN 0 AND 6);
      ALTER TABLE practitioner ADD COLUMN digest_hour BIGINT NOT NULL DEFAULT 7 CHECK (digest_hour BETWEEN 5 AND 21);
      ALTER TABLE practitioner ADD COLUMN digest_due_at BIGINT NOT NULL DEFAULT 0;

      CREATE INDEX practitioner_digest_due ON practitioner (digest_due_at, id) WHERE erased_at IS NULL;

      ALTER TABLE wait_event ADD COLUMN before_waiting_period TEXT;

      UPDATE wait_event SET before_waiting_period = (
        SELECT earlier.waiting_period FROM wait_event AS earlier
        WHERE earlier.practitioner_id = wait_event.practitioner_id AND earlier.happened_at < wait_event.happened_at
        ORDER BY earlier.happened_at DESC LIMIT 1);

      CREATE INDEX wait_event_by_time ON wait_event (happened_at);

      CREATE TABLE digest (
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        period TEXT NOT NULL,
        since BIGINT NOT NULL,
        until BIGINT NOT NULL,
        email_id TEXT NOT NULL UNIQUE REFERENCES outbox (id),
        PRIMARY KEY (practitioner_id, period)
      );

      CREATE TABLE digest_mention (
        member_id TEXT NOT NULL REFERENCES practitioner (id),
        email_id TEXT NOT NULL REFERENCES outbox (id),
        PRIMARY KEY (member_id, email_id)
      );

      CREATE INDEX digest_mention_by_email ON digest_mention (email_id);
      """)
}
