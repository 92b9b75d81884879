import Domain
import Foundation
import GRDB

/// What is SQLite's own: the dialect's last word, how a file is opened, and what must be true of it before it is used.
enum SQLiteEngine {
  /// Turns the shared dialect into SQLite's strict tables, which know no BIGINT.
  static func dialect(_ sql: String) -> String {
    sql.replacingOccurrences(of: "BIGINT", with: "INTEGER").replacingOccurrences(
      of: "\n);", with: "\n) STRICT;")
  }

  /// KiB of pages kept by the connection that writes: a round of 100,000 reads its rows from memory instead of the file.
  private static let writerCache = 16_384
  /// The same for each of those that read.
  private static let readerCache = 2_048

  /// Opens the file, brings its schema up to date, and checks that it is what was asked for.
  static func open(_ path: String) throws -> DatabasePool {
    try checkRights(path)
    try DatabaseLook.refuseWhatIsNotOurs(path)
    try WriteAheadLog.writeAgain(ofDatabase: path)
    var configuration = GRDB.Configuration()
    configuration.foreignKeysEnabled = true
    configuration.maximumReaderCount = 4
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase {
      let size = $0.configuration.readonly ? readerCache : writerCache
      try $0.execute(sql: "PRAGMA cache_size = -\(size)")
    }
    let pool = try DatabasePool(path: path, configuration: configuration)
    try pool.writeWithoutTransaction { try prepare($0) }
    var migrator = DatabaseMigrator()
    for migration in Migration.all {
      migrator.registerMigration(migration.name) { try $0.execute(sql: dialect(migration.sql)) }
    }
    if try pool.read({ try migrator.hasBeenSuperseded($0) }) { throw StoreError.newerDatabase(path: path) }
    try migrator.migrate(pool)
    return pool
  }

  /// SQLite falls back to reading alone when it may not write, and does not say why it may not open.
  private static func checkRights(_ path: String) throws {
    let file = Foundation.open(path, O_RDWR | O_CLOEXEC)
    if file >= 0 {
      close(file)
    } else if errno != ENOENT {
      throw StorageFault(.refused, path: path, reason: String(cString: strerror(errno)))
    }
  }

  /// Structure, types and constraints, not indexes (measured: 1.1 s for 378 MiB of 100,000 members and 400,000 emails;
  /// with indexes 4.6 s). By a connection that cannot write: what is damaged is left as it is.
  static func checkForDamage(_ path: String) throws {
    // A first start that was cut off leaves a journal, which only a connection that writes can undo.
    guard !FileManager.default.fileExists(atPath: path + "-journal") else { return }
    guard let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int, size > 0 else {
      return
    }
    try checkRights(path)
    ReadAhead.ask(for: path)
    var configuration = GRDB.Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let finding = try queue.read { try String.fetchOne($0, sql: "PRAGMA quick_check(1)") ?? "nothing found" }
    guard finding != "ok" else { return }
    let line = finding.split(separator: "\n").joined(separator: " ")
    throw StorageFault(.damaged, path: path, reason: line)
  }

  /// Writes the first page as it is. `user_version` is the application's own number, and not used here.
  static func writeNothing(_ database: Database) throws {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    try database.execute(sql: "PRAGMA user_version = \(version)")
  }

  /// GRDB's pool sets `synchronous = NORMAL` after a connection's own preparation (measured: three syncs in two seconds at
  /// 1,700 commits a second), so FULL is set here, after opening, and read back.
  private static func prepare(_ database: Database) throws {
    try database.execute(sql: "PRAGMA synchronous = FULL")
    // The log is moved into the database by the checkpointer.
    try database.execute(sql: "PRAGMA wal_autocheckpoint = 0")
    // What is deleted is overwritten, so that it does not stay in the file until its place is needed.
    try database.execute(sql: "PRAGMA secure_delete = ON")
    let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
    guard synchronous == 2 else {
      throw StoreError.unsafeSetting("synchronous is \(synchronous ?? -1), not 2 (FULL)")
    }
    let secureDelete = try Int.fetchOne(database, sql: "PRAGMA secure_delete")
    guard secureDelete == 1 else {
      throw StoreError.unsafeSetting("secure_delete is \(secureDelete ?? -1), not 1 (ON)")
    }
    let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
    guard journal == "wal" else {
      throw StoreError.unsafeSetting("journal_mode is \(journal ?? "unknown"), not wal")
    }
    let version = try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? "unknown"
    guard version.compare("3.40", options: .numeric) != .orderedAscending else {
      throw StoreError.unsafeSetting("SQLite is \(version); 3.40 or newer is needed")
    }
  }
}

/// What can be wrong with the record as a whole.
public enum StoreError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A later release of the program wrote this database.
  case newerDatabase(path: String)
  /// Another program made this database.
  case foreignDatabase(path: String)
  /// SQLite did not take a setting that durability rests on.
  case unsafeSetting(String)
  /// A row holds what no version of the program writes.
  case unreadableRow(table: String, id: String, why: String)

  /// As it is printed.
  public var description: String {
    switch self {
    case .newerDatabase(let path):
      "\(path) was written by a newer helplink; install that version or restore a backup"
    case .foreignDatabase(let path):
      "\(path) is the database of another program; move it away or set state to another folder"
    case .unsafeSetting(let what): "the database cannot be used safely: \(what)"
    case .unreadableRow(let table, let id, let why): "row \(id) of \(table) cannot be read: \(why)"
    }
  }
}
