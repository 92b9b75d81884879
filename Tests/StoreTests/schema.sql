CREATE TABLE account_link (
  id TEXT NOT NULL PRIMARY KEY,
  purpose TEXT NOT NULL CHECK (purpose IN ('password-reset', 'address-change')),
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  address TEXT,
  digest TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER,
  CHECK ((purpose = 'address-change') = (address IS NOT NULL))
) STRICT;

CREATE INDEX account_link_by_practitioner ON account_link (practitioner_id, purpose, created_at);

CREATE TABLE away_event (
  id TEXT NOT NULL PRIMARY KEY,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  happened_at INTEGER NOT NULL,
  means TEXT NOT NULL CHECK (means IN ('email', 'site', 'operator', 'import')),
  away_until INTEGER
) STRICT;

CREATE INDEX away_event_by_practitioner ON away_event (practitioner_id, happened_at);

CREATE TABLE booking (
  id TEXT NOT NULL PRIMARY KEY,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  state TEXT NOT NULL CHECK (state IN ('held', 'awaiting', 'lapsed', 'booked', 'cancelled')),
  starts_at INTEGER NOT NULL,
  minutes INTEGER NOT NULL,
  mode TEXT NOT NULL,
  place TEXT,
  time_zone TEXT NOT NULL,
  browser TEXT NOT NULL,
  kept_until INTEGER NOT NULL,
  name TEXT,
  email TEXT,
  email_key TEXT,
  phone TEXT,
  standing TEXT,
  answers TEXT,
  asked_at INTEGER,
  booked_at INTEGER,
  cancelled_at INTEGER,
  sequence INTEGER NOT NULL,
  CHECK ((state = 'held') = (email IS NULL))
) STRICT;

CREATE INDEX booking_by_browser ON booking (browser) WHERE state = 'held';

CREATE INDEX booking_by_email ON booking (email_key, asked_at) WHERE email_key IS NOT NULL;

CREATE INDEX booking_by_practitioner ON booking (practitioner_id, starts_at);

CREATE UNIQUE INDEX booking_claim ON booking (practitioner_id, starts_at)
  WHERE state IN ('held', 'awaiting', 'booked');

CREATE TABLE day_off (
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  first_day INTEGER NOT NULL,
  last_day INTEGER NOT NULL CHECK (last_day >= first_day),
  PRIMARY KEY (practitioner_id, first_day, last_day)
) STRICT;

CREATE TABLE digest (
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  period TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  email_id TEXT NOT NULL UNIQUE REFERENCES outbox (id),
  PRIMARY KEY (practitioner_id, period)
) STRICT;

CREATE TABLE digest_mention (
  member_id TEXT NOT NULL REFERENCES practitioner (id),
  email_id TEXT NOT NULL REFERENCES outbox (id),
  PRIMARY KEY (member_id, email_id)
) STRICT;

CREATE INDEX digest_mention_by_email ON digest_mention (email_id);

CREATE TABLE erasure_progress (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  erased INTEGER NOT NULL,
  swept INTEGER NOT NULL
) STRICT;

CREATE TABLE firing (
  schedule TEXT NOT NULL,
  zone TEXT NOT NULL,
  instant INTEGER NOT NULL,
  kind TEXT NOT NULL,
  reached TEXT NOT NULL,
  queued INTEGER NOT NULL,
  finished_at INTEGER, randomized_delay INTEGER NOT NULL DEFAULT 0, cut_off INTEGER NOT NULL DEFAULT 604800000, reminder_after INTEGER, late INTEGER NOT NULL DEFAULT 0, missed TEXT
  CHECK (missed IN ('past-cut-off', 'overtaken', 'stopped')),
  PRIMARY KEY (schedule, zone, instant)
) STRICT;

CREATE INDEX firing_unfinished ON firing (instant) WHERE finished_at IS NULL;

CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);

CREATE TABLE identity (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  account TEXT NOT NULL,
  linked_at INTEGER NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT;

CREATE INDEX identity_by_practitioner ON identity (practitioner_id);

CREATE TABLE invitation (
  id TEXT NOT NULL PRIMARY KEY,
  inviter_id TEXT REFERENCES practitioner (id),
  address TEXT NOT NULL,
  note TEXT NOT NULL,
  generation INTEGER NOT NULL,
  key_id INTEGER NOT NULL,
  digest TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  sent_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  revoked_at INTEGER,
  redeemed_at INTEGER,
  redeemed_by TEXT REFERENCES practitioner (id),
  CHECK ((redeemed_at IS NULL) = (redeemed_by IS NULL)),
  CHECK (redeemed_at IS NULL OR revoked_at IS NULL)
) STRICT;

CREATE INDEX invitation_by_inviter ON invitation (inviter_id, created_at);

CREATE UNIQUE INDEX invitation_redeemed_by ON invitation (redeemed_by) WHERE redeemed_by IS NOT NULL;

CREATE TABLE invitation_sending (
  invitation_id TEXT NOT NULL REFERENCES invitation (id),
  generation INTEGER NOT NULL,
  address_key TEXT NOT NULL,
  sent_at INTEGER NOT NULL,
  email_id TEXT NOT NULL,
  PRIMARY KEY (invitation_id, generation)
) STRICT;

CREATE INDEX invitation_sending_to ON invitation_sending (address_key, sent_at);

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
  confirmed_at INTEGER,
  confirmed_by TEXT CHECK (confirmed_by IN ('email', 'site', 'operator', 'import')), accessibility TEXT NOT NULL DEFAULT '', is_open_to_seekers INTEGER NOT NULL DEFAULT 0
  CHECK (is_open_to_seekers IN (0, 1)), verified_number TEXT, verified_at INTEGER,
  CHECK ((waiting_period IS NULL) = (confirmed_at IS NULL)),
  CHECK ((waiting_period IS NULL) = (confirmed_by IS NULL))
) STRICT;

CREATE TABLE listing_draft (
  practitioner_id TEXT NOT NULL PRIMARY KEY REFERENCES practitioner (id),
  draft TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

CREATE TABLE match_exposure (
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  times INTEGER NOT NULL CHECK (times > 0),
  PRIMARY KEY (practitioner_id, day)
) STRICT;

CREATE INDEX match_exposure_day ON match_exposure (day);

CREATE TABLE outbox (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL,
  facts_version INTEGER NOT NULL,
  facts TEXT NOT NULL,
  practitioner_id TEXT REFERENCES practitioner (id),
  address TEXT,
  recipient_key TEXT NOT NULL,
  period TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  use_by INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN
    ('queued', 'claimed', 'sending', 'sent', 'failed', 'uncertain', 'cancelled')),
  due_at INTEGER,
  first_due_at INTEGER NOT NULL,
  lease_until INTEGER,
  attempts INTEGER NOT NULL DEFAULT 0,
  uncertainties INTEGER NOT NULL DEFAULT 0,
  last_reply TEXT,
  message_hash TEXT,
  settled_at INTEGER, about_id TEXT REFERENCES practitioner (id),
  UNIQUE (kind, period, recipient_key),
  CHECK ((practitioner_id IS NULL) <> (address IS NULL)),
  CHECK ((state = 'claimed') = (lease_until IS NOT NULL))
) STRICT;

CREATE INDEX outbox_about ON outbox (about_id) WHERE about_id IS NOT NULL;

CREATE INDEX outbox_by_practitioner ON outbox (practitioner_id, kind, created_at);

CREATE INDEX outbox_by_state ON outbox (state, created_at);

CREATE INDEX outbox_due ON outbox (due_at, id) WHERE due_at IS NOT NULL;

CREATE INDEX outbox_leased ON outbox (lease_until) WHERE state = 'claimed';

CREATE INDEX outbox_put_off ON outbox (due_at) WHERE attempts > 0 AND due_at IS NOT NULL;

CREATE TABLE password (
  practitioner_id TEXT NOT NULL PRIMARY KEY REFERENCES practitioner (id),
  hash TEXT NOT NULL,
  set_at INTEGER NOT NULL
) STRICT;

CREATE TABLE practice_location (
  practitioner_id TEXT NOT NULL REFERENCES listing (practitioner_id),
  position INTEGER NOT NULL,
  postcode TEXT NOT NULL,
  locality TEXT NOT NULL,
  state TEXT NOT NULL,
  PRIMARY KEY (practitioner_id, position)
) STRICT;

CREATE TABLE practitioner (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  email TEXT NOT NULL,
  email_key TEXT NOT NULL UNIQUE,
  standing TEXT NOT NULL CHECK (standing IN ('active', 'suspended')),
  time_zone TEXT,
  joined_at INTEGER NOT NULL
, away_until INTEGER, published_at INTEGER, left_at INTEGER, erased_at INTEGER, photo TEXT, round_frequency TEXT NOT NULL DEFAULT 'monthly'
  CHECK (round_frequency IN ('monthly', 'quarterly')), digest_frequency TEXT NOT NULL DEFAULT 'weekly'
  CHECK (digest_frequency IN ('weekly', 'fortnightly', 'monthly')), digest_day INTEGER NOT NULL DEFAULT 0 CHECK (digest_day BETWEEN 0 AND 6), digest_hour INTEGER NOT NULL DEFAULT 7 CHECK (digest_hour BETWEEN 5 AND 21), digest_due_at INTEGER NOT NULL DEFAULT 0) STRICT;

CREATE INDEX practitioner_by_zone ON practitioner (time_zone, id);

CREATE INDEX practitioner_digest_due ON practitioner (digest_due_at, id) WHERE erased_at IS NULL;

CREATE INDEX practitioner_leaving ON practitioner (left_at) WHERE left_at IS NOT NULL AND erased_at IS NULL;

CREATE TABLE recommendation (
  recommender_id TEXT NOT NULL REFERENCES practitioner (id),
  recommended_id TEXT NOT NULL REFERENCES practitioner (id),
  sentence TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  PRIMARY KEY (recommender_id, recommended_id),
  CHECK (recommender_id <> recommended_id)
) STRICT;

CREATE INDEX recommendation_of ON recommendation (recommended_id);

CREATE TABLE record_marks (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  machine TEXT NOT NULL,
  inode INTEGER NOT NULL,
  generation INTEGER NOT NULL
) STRICT;

CREATE TABLE referral (
  id TEXT NOT NULL PRIMARY KEY,
  referrer_id TEXT NOT NULL REFERENCES practitioner (id),
  age_group TEXT NOT NULL,
  areas TEXT NOT NULL,
  modes TEXT NOT NULL,
  locality TEXT,
  funding TEXT,
  weeks INTEGER NOT NULL,
  note TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'placed', 'withdrawn')),
  closed_at INTEGER,
  CHECK ((state = 'open') = (closed_at IS NULL))
) STRICT;

CREATE INDEX referral_by_referrer ON referral (referrer_id, made_at);

CREATE TABLE referral_asking (
  email_id TEXT NOT NULL PRIMARY KEY,
  referral_id TEXT NOT NULL REFERENCES referral (id) ON DELETE CASCADE,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  position INTEGER NOT NULL,
  asked_at INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('yes', 'no', 'full')),
  offered_wait TEXT,
  answered_at INTEGER,
  contested_at INTEGER,
  UNIQUE (referral_id, practitioner_id)
) STRICT;

CREATE INDEX referral_asking_by_practitioner ON referral_asking (practitioner_id, asked_at);

CREATE TABLE saved_search (
  id TEXT NOT NULL PRIMARY KEY,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX saved_search_name ON saved_search (practitioner_id, name);

CREATE TABLE schedule_progress (
  schedule TEXT NOT NULL,
  zone TEXT NOT NULL,
  ticked_at INTEGER NOT NULL, times TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (schedule, zone)
) STRICT;

CREATE TABLE security_event (
  id TEXT NOT NULL PRIMARY KEY,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  happened_at INTEGER NOT NULL,
  kind TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

CREATE INDEX security_event_by_practitioner ON security_event (practitioner_id, happened_at);

CREATE TABLE session (
  digest TEXT NOT NULL PRIMARY KEY,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  opened_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
, seen_at INTEGER NOT NULL DEFAULT 0, means TEXT NOT NULL DEFAULT 'email-link'
  CHECK (means IN ('email-link', 'email-code', 'password', 'provider', 'invitation')), browser TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX session_by_practitioner ON session (practitioner_id);

CREATE TABLE sign_in_link (
  id TEXT NOT NULL PRIMARY KEY,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  digest TEXT NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at INTEGER
, code_digest TEXT, code_tries INTEGER NOT NULL DEFAULT 0, browser_digest TEXT) STRICT;

CREATE INDEX sign_in_link_by_browser ON sign_in_link (browser_digest, created_at)
  WHERE browser_digest IS NOT NULL;

CREATE INDEX sign_in_link_by_practitioner ON sign_in_link (practitioner_id, created_at);

CREATE TABLE slot_offer (
  id TEXT NOT NULL PRIMARY KEY,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  first_day INTEGER NOT NULL,
  is_weekly INTEGER NOT NULL CHECK (is_weekly IN (0, 1)),
  minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
  minutes INTEGER NOT NULL CHECK (minutes > 0),
  mode TEXT NOT NULL,
  place TEXT,
  place_zone TEXT
) STRICT;

CREATE INDEX slot_offer_by_practitioner ON slot_offer (practitioner_id);

CREATE TABLE slot_terms (
  practitioner_id TEXT NOT NULL PRIMARY KEY REFERENCES practitioner (id),
  weeks_ahead INTEGER NOT NULL,
  notice_hours INTEGER NOT NULL
) STRICT;

CREATE TABLE stopped_address (
  address_hash TEXT NOT NULL,
  stream TEXT NOT NULL CHECK (stream IN ('rounds', 'digests')),
  key_id INTEGER NOT NULL,
  stopped_at INTEGER NOT NULL,
  PRIMARY KEY (address_hash, stream)
) STRICT;

CREATE TABLE stopped_stream (
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  stream TEXT NOT NULL CHECK (stream IN ('rounds', 'digests')),
  stopped_at INTEGER NOT NULL,
  PRIMARY KEY (practitioner_id, stream)
) STRICT;

CREATE TABLE stream_pause (
  stream TEXT NOT NULL PRIMARY KEY CHECK (stream IN ('rounds', 'digests', 'transactional')),
  since INTEGER NOT NULL,
  until INTEGER NOT NULL,
  refusals INTEGER NOT NULL,
  is_probing INTEGER NOT NULL CHECK (is_probing IN (0, 1)),
  reply TEXT NOT NULL
) STRICT;

CREATE TABLE suppression (
  address_hash TEXT NOT NULL PRIMARY KEY,
  suppressed_at INTEGER NOT NULL,
  reply TEXT NOT NULL
, key_id INTEGER) STRICT;

CREATE TABLE time_request (
  id TEXT NOT NULL PRIMARY KEY,
  state TEXT NOT NULL CHECK (state IN ('unconfirmed', 'asked', 'accepted', 'over', 'withdrawn')),
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  email_key TEXT NOT NULL,
  phone TEXT NOT NULL,
  standing TEXT NOT NULL,
  answers TEXT NOT NULL,
  wishes TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  ended_at INTEGER,
  booking_id TEXT UNIQUE REFERENCES booking (id),
  CHECK ((state = 'accepted') = (booking_id IS NOT NULL)),
  CHECK ((state IN ('over', 'withdrawn')) = (ended_at IS NOT NULL))
) STRICT;

CREATE INDEX time_request_by_email ON time_request (email_key, made_at);

CREATE TABLE time_request_part (
  request_id TEXT NOT NULL REFERENCES time_request (id),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 3),
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  asked_at INTEGER,
  answer TEXT CHECK (answer IN ('accepted', 'no', 'full', 'late', 'closed')),
  answered_at INTEGER,
  PRIMARY KEY (request_id, number),
  UNIQUE (request_id, practitioner_id)
) STRICT;

CREATE UNIQUE INDEX time_request_accepted ON time_request_part (request_id) WHERE answer = 'accepted';

CREATE UNIQUE INDEX time_request_asked ON time_request_part (request_id)
  WHERE asked_at IS NOT NULL AND answer IS NULL;

CREATE INDEX time_request_part_by_practitioner ON time_request_part (practitioner_id);

CREATE TABLE wait_answer (
  email_id TEXT NOT NULL PRIMARY KEY REFERENCES outbox (id),
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  waiting_period TEXT,
  answered_at INTEGER NOT NULL,
  before_waiting_period TEXT,
  before_confirmed_at INTEGER,
  before_confirmed_by TEXT,
  contested_at INTEGER
) STRICT;

CREATE TABLE wait_event (
  id TEXT NOT NULL PRIMARY KEY,
  practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
  kind TEXT NOT NULL CHECK (kind IN ('said', 'undone', 'contested')),
  happened_at INTEGER NOT NULL,
  means TEXT NOT NULL CHECK (means IN ('email', 'site', 'operator', 'import')),
  email_id TEXT REFERENCES outbox (id),
  waiting_period TEXT,
  confirmed_at INTEGER,
  confirmed_by TEXT
, before_waiting_period TEXT) STRICT;

CREATE INDEX wait_event_by_practitioner ON wait_event (practitioner_id, happened_at);

CREATE INDEX wait_event_by_time ON wait_event (happened_at);
