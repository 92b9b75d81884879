import Domain
import Foundation
import GRDB
import Synchronization

/// The durable record, with the directory of listings it keeps in memory.
///
/// Promise: what `perform` returned is on disk; what it threw left no trace. One connection writes, ever.
public final class Store: Sendable {
  let pool: DatabasePool
  let writer: Writer
  private let shelf: Shelf
  /// Told of the emails that a transaction has queued, once it is on disk.
  let observe: @Sendable ([NewEmail]) -> Void

  /// What is kept in memory of the record.
  final class Shelf: Sendable {
    let directory: Mutex<Directory>
    init(_ directory: consuming Directory) { self.directory = Mutex(directory) }
  }

  /// Opens the database at `path`, which is made when there is none. The caller holds the lock beside it.
  ///
  /// - Parameter observe: told of the emails that a transaction has queued, once it is on disk: for the log.
  public init(path: String, observe: @escaping @Sendable ([NewEmail]) -> Void = { _ in }) throws {
    self.observe = observe
    pool = try SQLiteEngine.open(path)
    let shelf = Shelf(Directory(try pool.read { try Record($0).allListings() }))
    self.shelf = shelf
    writer = Writer(pool: pool) { listings in
      guard !listings.isEmpty else { return }
      shelf.directory.withLock { directory in
        for (id, listing) in listings { directory.set(listing, of: id) }
      }
    }
  }

  /// Loads facts, decides, and applies what was decided, in one transaction; returns once it is on disk.
  ///
  /// Both closures may run again and have no side effects.
  public func perform<Facts, Outcome: Sendable>(
    _ load: @escaping @Sendable (Record) throws -> Facts,
    decide: @escaping @Sendable (Facts) throws -> Decision<Outcome>
  ) async throws -> Outcome {
    let (outcome, queued) = try await writer.submit { database, touched in
      let record = Record(database)
      let decision = try decide(load(record))
      try record.apply(decision.changes, touched: &touched)
      return (decision.outcome, try record.queue(decision.emails))
    }
    if !queued.isEmpty { observe(queued) }
    return outcome
  }

  /// Reads without a write transaction: what a GET does.
  public func read<Value: Sendable>(_ load: @escaping @Sendable (Record) throws -> Value) async throws
    -> Value
  {
    try await pool.read { try load(Record($0)) }
  }

  /// The listings as of the last commit.
  public var directory: Directory { shelf.directory.withLock { $0 } }

  /// Write transactions begun since the record was opened: a GET leaves it as it is.
  public var writeTransactions: Int { get async { await writer.transactions } }

  /// The version of SQLite that runs.
  public func engineVersion() throws -> String {
    try pool.read { "SQLite " + (try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "?") }
  }

  /// Closes the file, with everything of the write-ahead log moved into it.
  public func close() throws {
    try pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
    try pool.close()
  }
}

/// The record inside one transaction: typed loads, and the application of what was decided.
public struct Record {
  let database: Database

  init(_ database: Database) { self.database = database }
}
