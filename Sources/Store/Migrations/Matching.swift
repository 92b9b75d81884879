extension Migration {
  /// How often practitioners were shown to help seekers, by day: counts alone, of nobody who looked.
  static let matching = Migration(
    name: "010-matching",
    sql: """
      CREATE TABLE match_exposure (
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id) ON DELETE CASCADE,
        day BIGINT NOT NULL,
        times BIGINT NOT NULL CHECK (times > 0),
        PRIMARY KEY (practitioner_id, day)
      );

      CREATE INDEX match_exposure_day ON match_exposure (day);
      """)
}
