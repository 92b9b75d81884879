import Domain
import Foundation
import GRDB

extension Store {
  /// Puts down by what the record is known from now on.
  public func mark(_ marks: RecordMarks) async throws {
    try await writer.submit { [keys] database, _ in
      try Record(database, keys).run(
        """
        INSERT INTO record_marks (id, machine, inode, generation) VALUES (1, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET machine = excluded.machine, inode = excluded.inode,
          generation = excluded.generation
        """, [marks.machine, marks.inode, marks.generation])
    }
  }
}

extension Record {
  /// By what the record was known when it last sent; nil before anything was put down.
  public func marks() throws -> RecordMarks? { try RecordMarks.fetch(database) }

  /// The next generation; nil when the record bears no marks.
  func raiseGeneration() throws -> Int64? {
    try Int64.fetchOne(
      try database.cachedStatement(
        sql: "UPDATE record_marks SET generation = generation + 1 RETURNING generation"))
  }
}

extension RecordMarks {
  /// Those of a database, which somebody else may keep.
  static func fetch(_ database: Database) throws -> RecordMarks? {
    try Row.fetchOne(database, sql: "SELECT * FROM record_marks").map {
      RecordMarks(machine: $0["machine"], inode: $0["inode"], generation: $0["generation"])
    }
  }
}
