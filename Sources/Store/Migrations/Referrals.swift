extension Migration {
  /// Referrals, and what each colleague is asked by them and answers. An asking is named by the email that asked; no row of the
  /// outbox need be left of that.
  static let referrals = Migration(
    name: "009-referrals",
    sql: """
      CREATE TABLE referral (
        id TEXT NOT NULL PRIMARY KEY,
        referrer_id TEXT NOT NULL REFERENCES practitioner (id),
        age_group TEXT NOT NULL,
        areas TEXT NOT NULL,
        modes TEXT NOT NULL,
        locality TEXT,
        funding TEXT,
        weeks BIGINT NOT NULL,
        note TEXT NOT NULL,
        made_at BIGINT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('open', 'placed', 'withdrawn')),
        closed_at BIGINT,
        CHECK ((state = 'open') = (closed_at IS NULL))
      );

      CREATE INDEX referral_by_referrer ON referral (referrer_id, made_at);

      CREATE TABLE referral_asking (
        email_id TEXT NOT NULL PRIMARY KEY,
        referral_id TEXT NOT NULL REFERENCES referral (id) ON DELETE CASCADE,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        position BIGINT NOT NULL,
        asked_at BIGINT NOT NULL,
        answer TEXT CHECK (answer IN ('yes', 'no', 'full')),
        offered_wait TEXT,
        answered_at BIGINT,
        contested_at BIGINT,
        UNIQUE (referral_id, practitioner_id)
      );

      CREATE INDEX referral_asking_by_practitioner ON referral_asking (practitioner_id, asked_at);
      """)
}
