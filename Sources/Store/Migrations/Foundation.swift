extension Migration {
  /// Practitioners, listings, the history of waits, the outbox, firings, sign-in.
  ///
  /// Lists of slugs are words between spaces: a slug holds none, and a listing is read a hundred thousand times
  /// for every time it is written.
  static let foundation = Migration(
    name: "001-foundation",
    sql: """
      CREATE TABLE practitioner (
        id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
        email TEXT NOT NULL,
        email_key TEXT NOT NULL UNIQUE,
        standing TEXT NOT NULL CHECK (standing IN ('active', 'suspended')),
        time_zone TEXT,
        joined_at BIGINT NOT NULL
      );

      CREATE INDEX practitioner_by_zone ON practitioner (time_zone, id);

      CREATE TABLE stopped_stream (
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        stream TEXT NOT NULL CHECK (stream IN ('rounds', 'digests')),
        stopped_at BIGINT NOT NULL,
        PRIMARY KEY (practitioner_id, stream)
      );

      CREATE TABLE listing (
        practitioner_id TEXT NOT NULL PRIMARY KEY REFERENCES practitioner (id),
        pronouns TEXT,
        profession TEXT NOT NULL,
        registration_number TEXT NOT NULL,
        bio TEXT NOT NULL,
        session_modes TEXT NOT NULL,
        hours TEXT NOT NULL,
        age_groups TEXT NOT NULL,
        client_types TEXT NOT NULL,
        areas TEXT NOT NULL,
        modalities TEXT NOT NULL,
        services TEXT NOT NULL,
        funding TEXT NOT NULL,
        languages TEXT NOT NULL,
        gender TEXT,
        fee TEXT,
        waiting_period TEXT CHECK (waiting_period IN
          ('now', '2-weeks', '1-month', '3-months', '6-months', 'over-6-months', 'closed')),
        confirmed_at BIGINT,
        confirmed_by TEXT CHECK (confirmed_by IN ('email', 'site', 'operator', 'import')),
        CHECK ((waiting_period IS NULL) = (confirmed_at IS NULL)),
        CHECK ((waiting_period IS NULL) = (confirmed_by IS NULL))
      );

      CREATE TABLE practice_location (
        practitioner_id TEXT NOT NULL REFERENCES listing (practitioner_id),
        position BIGINT NOT NULL,
        postcode TEXT NOT NULL,
        locality TEXT NOT NULL,
        state TEXT NOT NULL,
        PRIMARY KEY (practitioner_id, position)
      );

      CREATE TABLE outbox (
        id TEXT NOT NULL PRIMARY KEY,
        kind TEXT NOT NULL,
        facts_version BIGINT NOT NULL,
        facts TEXT NOT NULL,
        practitioner_id TEXT REFERENCES practitioner (id),
        address TEXT,
        recipient_key TEXT NOT NULL,
        period TEXT NOT NULL,
        created_at BIGINT NOT NULL,
        use_by BIGINT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
          ('queued', 'claimed', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
        due_at BIGINT,
        first_due_at BIGINT NOT NULL,
        lease_until BIGINT,
        attempts BIGINT NOT NULL DEFAULT 0,
        uncertainties BIGINT NOT NULL DEFAULT 0,
        last_reply TEXT,
        message_hash TEXT,
        settled_at BIGINT,
        UNIQUE (kind, period, recipient_key),
        CHECK ((practitioner_id IS NULL) <> (address IS NULL)),
        CHECK ((state = 'claimed') = (lease_until IS NOT NULL))
      );

      CREATE INDEX outbox_due ON outbox (due_at, id) WHERE state IN ('queued', 'uncertain');
      CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'claimed';
      CREATE INDEX outbox_by_state ON outbox (state, created_at);
      CREATE INDEX outbox_by_practitioner ON outbox (practitioner_id, kind, created_at);

      CREATE TABLE wait_event (
        id TEXT NOT NULL PRIMARY KEY,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        kind TEXT NOT NULL CHECK (kind IN ('said', 'undone', 'contested')),
        happened_at BIGINT NOT NULL,
        means TEXT NOT NULL CHECK (means IN ('email', 'site', 'operator', 'import')),
        email_id TEXT REFERENCES outbox (id),
        waiting_period TEXT,
        confirmed_at BIGINT,
        confirmed_by TEXT
      );

      CREATE INDEX wait_event_by_practitioner ON wait_event (practitioner_id, happened_at);

      CREATE TABLE wait_answer (
        email_id TEXT NOT NULL PRIMARY KEY REFERENCES outbox (id),
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        waiting_period TEXT,
        answered_at BIGINT NOT NULL,
        before_waiting_period TEXT,
        before_confirmed_at BIGINT,
        before_confirmed_by TEXT,
        contested_at BIGINT
      );

      CREATE TABLE schedule_progress (
        schedule TEXT NOT NULL,
        zone TEXT NOT NULL,
        ticked_at BIGINT NOT NULL,
        PRIMARY KEY (schedule, zone)
      );

      CREATE TABLE firing (
        schedule TEXT NOT NULL,
        zone TEXT NOT NULL,
        instant BIGINT NOT NULL,
        kind TEXT NOT NULL,
        reached TEXT NOT NULL,
        queued BIGINT NOT NULL,
        finished_at BIGINT,
        PRIMARY KEY (schedule, zone, instant)
      );

      CREATE INDEX firing_unfinished ON firing (instant) WHERE finished_at IS NULL;

      CREATE TABLE sign_in_link (
        id TEXT NOT NULL PRIMARY KEY,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        digest TEXT NOT NULL UNIQUE,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        used_at BIGINT
      );

      CREATE INDEX sign_in_link_by_practitioner ON sign_in_link (practitioner_id, created_at);

      CREATE TABLE session (
        digest TEXT NOT NULL PRIMARY KEY,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        opened_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL
      );

      CREATE INDEX session_by_practitioner ON session (practitioner_id);
      """)
}
