extension Migration {
  /// What practitioners offer, and what was booked of it. Offers are by the clock on the wall, bookings by the clock of the world.
  ///
  /// A time is one row's: the index of those that claim theirs admits no second, whatever else goes wrong.
  static let bookings = Migration(
    name: "011-bookings",
    sql: """
      CREATE TABLE slot_offer (
        id TEXT NOT NULL PRIMARY KEY,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        first_day BIGINT NOT NULL,
        is_weekly BIGINT NOT NULL CHECK (is_weekly IN (0, 1)),
        minute BIGINT NOT NULL CHECK (minute BETWEEN 0 AND 1439),
        minutes BIGINT NOT NULL CHECK (minutes > 0),
        mode TEXT NOT NULL,
        place TEXT,
        place_zone TEXT
      );

      CREATE INDEX slot_offer_by_practitioner ON slot_offer (practitioner_id);

      CREATE TABLE day_off (
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        first_day BIGINT NOT NULL,
        last_day BIGINT NOT NULL CHECK (last_day >= first_day),
        PRIMARY KEY (practitioner_id, first_day, last_day)
      );

      CREATE TABLE slot_terms (
        practitioner_id TEXT NOT NULL PRIMARY KEY REFERENCES practitioner (id),
        weeks_ahead BIGINT NOT NULL,
        notice_hours BIGINT NOT NULL
      );

      CREATE TABLE booking (
        id TEXT NOT NULL PRIMARY KEY,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        state TEXT NOT NULL CHECK (state IN ('held', 'awaiting', 'lapsed', 'booked', 'cancelled')),
        starts_at BIGINT NOT NULL,
        minutes BIGINT NOT NULL,
        mode TEXT NOT NULL,
        place TEXT,
        time_zone TEXT NOT NULL,
        browser TEXT NOT NULL,
        kept_until BIGINT NOT NULL,
        name TEXT,
        email TEXT,
        email_key TEXT,
        phone TEXT,
        standing TEXT,
        answers TEXT,
        asked_at BIGINT,
        booked_at BIGINT,
        cancelled_at BIGINT,
        sequence BIGINT NOT NULL,
        CHECK ((state = 'held') = (email IS NULL))
      );

      CREATE UNIQUE INDEX booking_claim ON booking (practitioner_id, starts_at)
        WHERE state IN ('held', 'awaiting', 'booked');
      CREATE INDEX booking_by_browser ON booking (browser) WHERE state = 'held';
      CREATE INDEX booking_by_email ON booking (email_key, asked_at) WHERE email_key IS NOT NULL;
      CREATE INDEX booking_by_practitioner ON booking (practitioner_id, starts_at);
      """)
}
