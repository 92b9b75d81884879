import Domain
import Foundation
import GRDB

/// Looks into a database before anything of it is changed. Opening it to write would already change a file that another
/// program made.
enum DatabaseLook {
  /// Refuses a file that another program made, or a later release of this one. A file that is not there, is empty or cannot be
  /// read is left to whoever opens it.
  static func refuseWhatIsNotOurs(_ path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else { return }
    do { try open(path).read { try check($0, path) } } catch is DatabaseError {}
  }

  /// The marks in a database of ours; nil when it has none.
  static func marks(in path: String) throws -> RecordMarks? {
    try open(path).read { database in
      try check(database, path)
      return try database.tableExists("record_marks") ? try RecordMarks.fetch(database) : nil
    }
  }

  private static func open(_ path: String) throws -> DatabaseQueue {
    var configuration = GRDB.Configuration()
    configuration.readonly = true
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  private static func check(_ database: Database, _ path: String) throws {
    let tables = try String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'")
    guard !tables.isEmpty else { return }
    guard tables.contains("grdb_migrations") else { throw StoreError.foreignDatabase(path: path) }
    let applied = try String.fetchAll(database, sql: "SELECT identifier FROM grdb_migrations")
    guard Set(applied).isSubset(of: Migration.all.map(\.name)) else {
      throw StoreError.newerDatabase(path: path)
    }
  }
}

extension Store {
  /// Looks at a database that nobody has open, and changes nothing: by what it is known for the one that last sent, or nil.
  /// Throws `StoreError` for one that is not this release's.
  public static func marks(at path: String) throws -> RecordMarks? { try DatabaseLook.marks(in: path) }
}
