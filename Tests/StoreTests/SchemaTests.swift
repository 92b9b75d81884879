import Foundation
import GRDB
import Testing

@testable import Store

struct SchemaTests {
  private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("schema.sql")

  /// Review a change of the schema here: `schema.sql` beside this file is what a fresh database holds.
  @Test func `a fresh database has the schema that was reviewed`() async throws {
    try await ScratchStore.with { store in
      let sql = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY tbl_name, type DESC, name"
      let schema = try await store.texts(sql).map { $0 + ";\n" }.joined(separator: "\n")
      #expect(schema == (try String(contentsOf: Self.golden, encoding: .utf8)))
    }
  }

  @Test func `every table is strict and holds no blob`() async throws {
    try await ScratchStore.with { store in
      let ours =
        "FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%'"
      let tables = try await store.number("SELECT count(*) \(ours)")
      #expect(tables >= 11)
      #expect(try await store.texts("SELECT name \(ours) AND NOT strict") == [])
      let blobs =
        "SELECT m.name FROM sqlite_master AS m, pragma_table_info(m.name) AS c WHERE upper(c.type) = 'BLOB'"
      #expect(try await store.texts(blobs) == [])
    }
  }

  @Test func `migrations are named in the order they run`() {
    let names = Migration.all.map(\.name)
    #expect(names == names.sorted())
    #expect(Set(names).count == names.count)
    #expect(names.first == "001-foundation")
  }

  @Test func `migrations keep to the dialect that two engines share`() {
    for migration in Migration.all {
      let words = migration.sql.uppercased()
      for word in ["AUTOINCREMENT", "ROWID", "BLOB", " INTEGER", "STRICT", "PRAGMA", "DATETIME"] {
        #expect(!words.contains(word), "\(migration.name) says \(word)")
      }
    }
  }

  @Test func `a database of a newer release is refused`() async throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    try await store.writer.submit { database, _ in
      try database.execute(sql: "INSERT INTO grdb_migrations VALUES ('999-from-the-future')")
    }
    try store.close()
    #expect(throws: StoreError.newerDatabase(path: scratch.path)) { try scratch.open() }
  }

  @Test func `what is no database is refused`() throws {
    let scratch = try ScratchStore()
    try Data(repeating: 7, count: 8_192).write(to: URL(fileURLWithPath: scratch.path))
    #expect(throws: (any Error).self) { try scratch.open() }
  }
}
