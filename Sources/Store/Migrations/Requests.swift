extension Migration {
  /// Who asked for a time with practitioners who publish none, and what those said, one after another.
  ///
  /// One of them at a time is asked, and one at the most says yes: the indexes admit no second, whatever else goes wrong.
  static let requests = Migration(
    name: "013-requests",
    sql: """
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
        made_at BIGINT NOT NULL,
        ended_at BIGINT,
        booking_id TEXT UNIQUE REFERENCES booking (id),
        CHECK ((state = 'accepted') = (booking_id IS NOT NULL)),
        CHECK ((state IN ('over', 'withdrawn')) = (ended_at IS NOT NULL))
      );

      CREATE INDEX time_request_by_email ON time_request (email_key, made_at);

      CREATE TABLE time_request_part (
        request_id TEXT NOT NULL REFERENCES time_request (id),
        number BIGINT NOT NULL CHECK (number BETWEEN 1 AND 3),
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id),
        asked_at BIGINT,
        answer TEXT CHECK (answer IN ('accepted', 'no', 'full', 'late', 'closed')),
        answered_at BIGINT,
        PRIMARY KEY (request_id, number),
        UNIQUE (request_id, practitioner_id)
      );

      CREATE UNIQUE INDEX time_request_accepted ON time_request_part (request_id) WHERE answer = 'accepted';
      CREATE UNIQUE INDEX time_request_asked ON time_request_part (request_id)
        WHERE asked_at IS NOT NULL AND answer IS NULL;
      CREATE INDEX time_request_part_by_practitioner ON time_request_part (practitioner_id);
      """)
}
