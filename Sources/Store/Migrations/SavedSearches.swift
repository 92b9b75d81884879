extension Migration {
  /// Searches of the listings that members keep under a name. They go with their member.
  static let savedSearches = Migration(
    name: "007-saved-searches",
    sql: """
      CREATE TABLE saved_search (
        id TEXT NOT NULL PRIMARY KEY,
        practitioner_id TEXT NOT NULL REFERENCES practitioner (id) ON DELETE CASCADE,
        name TEXT NOT NULL,
        query TEXT NOT NULL,
        saved_at BIGINT NOT NULL
      );

      CREATE UNIQUE INDEX saved_search_name ON saved_search (practitioner_id, name);
      """)
}
