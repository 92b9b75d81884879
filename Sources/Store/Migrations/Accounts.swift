extension Migration {
  /// Accounts and how one comes by them: publication and verification of a listing, passwords, identities of providers, single-use
  /// links, invitations, drafts of listings, recommendations, and the trail of what concerned security.
  ///
  /// Members of before were all listed; their registration was checked by nobody.
  static let accounts = Migration(
    name: "005-accounts",
    sql: """
      ALTER TABLE practitioner ADD COLUMN published_at BIGINT;
      ALTER TABLE practitioner ADD COLUMN left_at BIGINT;
      ALTER TABLE practitioner ADD COLUMN erased_at BIGINT;
      ALTER TABLE practitioner ADD COLUMN photo TEXT;
      UPDATE practitioner SET published_at = joined_at;

      CREATE INDEX practitioner_leaving ON practitioner (left_at) WHERE left_at IS NOT NULL AND erased_at IS NULL;

      ALTER TABLE listing ADD COLUMN accessibility TEXT NOT NULL DEFAULT '';
      ALTER TABLE listing ADD COLUMN is_open_to_seekers BIGINT NOT NULL DEFAULT 0
        CHECK (is_open_to_seekers IN (0, 1));
      ALTER TABLE listing ADD COLUMN verified_number TEXT;
      ALTER TABLE listing ADD COLUMN verified_at BIGINT;

      CREATE TABLE listing_draft (
        practitioner_id TEXT NOT NULL PRIMARY KEY REFERENCES practitioner (id),
        draft TEXT NOT NULL,
        saved_at BIGINT NOT NULL
      );

      ALTER TABLE session ADD COLUMN seen_at BIGINT NOT NULL DEFAULT 0;
      ALTER TABLE session ADD COLUMN means TEXT NOT NULL DEFAULT 'email-link'
        CHECK (means IN ('email-link', 'email-code', 'password', 'provider', 'invitation'));
      ALTER TABLE session ADD COLUMN browser TEXT NOT NULL DEFAULT '';
      UPDATE session SET seen_at = opened_at;

      ALTER TABLE sign_in_link ADD COLUMN code_digest TEXT;
      ALTER TABLE sign_in_link ADD COLUMN code_tries BIGINT NOT NULL DEFAULT 0;
      ALTER TABLE sign_in_link ADD COLUMN browser_digest TEXT;

      CREATE INDEX sign_in_link_by_browser ON sign_in_link (browser_digest, created_at)
        WHERE browser_digest IS NOT NULL;

      CREATE TABLE password (
        practitioner_id TEXT NOT NULL PRIMARY KEY REFERENCES practitioner (id),
        hash TEXT NOT NULL,
        set_at BIGINT NOT NULL
      );

      CREATE TABLE identity (
        issuer TEXT NOT NULL,
        subject TEXT NOT NULL,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        account TEXT NOT NULL,
        linked_at BIGINT NOT NULL,
        PRIMARY KEY (issuer, subject)
      );

      CREATE INDEX identity_by_practitioner ON identity (practitioner_id);

      CREATE TABLE account_link (
        id TEXT NOT NULL PRIMARY KEY,
        purpose TEXT NOT NULL CHECK (purpose IN ('password-reset', 'address-change')),
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        address TEXT,
        digest TEXT NOT NULL UNIQUE,
        created_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        used_at BIGINT,
        CHECK ((purpose = 'address-change') = (address IS NOT NULL))
      );

      CREATE INDEX account_link_by_practitioner ON account_link (practitioner_id, purpose, created_at);

      CREATE TABLE security_event (
        id TEXT NOT NULL PRIMARY KEY,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        happened_at BIGINT NOT NULL,
        kind TEXT NOT NULL,
        detail TEXT NOT NULL
      );

      CREATE INDEX security_event_by_practitioner ON security_event (practitioner_id, happened_at);

      CREATE TABLE invitation (
        id TEXT NOT NULL PRIMARY KEY,
        inviter_id TEXT REFERENCES practitioner (id),
        address TEXT NOT NULL,
        note TEXT NOT NULL,
        generation BIGINT NOT NULL,
        key_id BIGINT NOT NULL,
        digest TEXT NOT NULL UNIQUE,
        created_at BIGINT NOT NULL,
        sent_at BIGINT NOT NULL,
        expires_at BIGINT NOT NULL,
        revoked_at BIGINT,
        redeemed_at BIGINT,
        redeemed_by TEXT REFERENCES practitioner (id),
        CHECK ((redeemed_at IS NULL) = (redeemed_by IS NULL)),
        CHECK (redeemed_at IS NULL OR revoked_at IS NULL)
      );

      CREATE INDEX invitation_by_inviter ON invitation (inviter_id, created_at);

      CREATE TABLE invitation_sending (
        invitation_id TEXT NOT NULL REFERENCES invitation (id),
        generation BIGINT NOT NULL,
        address_key TEXT NOT NULL,
        sent_at BIGINT NOT NULL,
        email_id TEXT NOT NULL,
        PRIMARY KEY (invitation_id, generation)
      );

      CREATE INDEX invitation_sending_to ON invitation_sending (address_key, sent_at);
      CREATE UNIQUE INDEX invitation_redeemed_by ON invitation (redeemed_by) WHERE redeemed_by IS NOT NULL;

      CREATE TABLE recommendation (
        recommender_id TEXT NOT NULL REFERENCES practitioner (id),
        recommended_id TEXT NOT NULL REFERENCES practitioner (id),
        sentence TEXT NOT NULL,
        made_at BIGINT NOT NULL,
        PRIMARY KEY (recommender_id, recommended_id),
        CHECK (recommender_id <> recommended_id)
      );

      CREATE INDEX recommendation_of ON recommendation (recommended_id);
      """)
}
