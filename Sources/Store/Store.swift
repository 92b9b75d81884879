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
  /// Moves what was committed from the log into the file.
  let checkpointer: Checkpointer
  /// What addresses are hashed with that are not held.
  let keys: KeyRing
  private let shelf: Shelf
  /// Where the photos of its members are.
  public let photos: PhotoFolder
  let storage: Storage
  /// Told of the emails that a transaction has queued, once it is on disk.
  let observe: @Sendable ([NewEmail]) -> Void

  /// Opens the database at `path`, which is made when there is none. The caller holds the lock beside it.
  ///
  /// Throws `StorageFault` when the disk does not give the record or does not take it, `StoreError` when the record is
  /// not one for this program.
  ///
  /// - Parameters:
  ///   - keys: what addresses are hashed with that are known again and not held. A key that is added while the record is
  ///     open makes hashes from the next opening on; those of every key in the ring are found.
  ///   - observe: told of the emails that a transaction has queued, once it is on disk: for the log.
  ///   - heard: told of every fault of the disk, and with nil of the first commit that succeeds after one.
  public init(
    path: String, keys: KeyRing, observe: @escaping @Sendable ([NewEmail]) -> Void = { _ in },
    heard: @escaping @Sendable (StorageFault?) -> Void = { _ in }
  ) throws {
    self.observe = observe
    self.keys = keys
    photos = PhotoFolder(beside: path)
    let storage = Storage(path: path, heard: heard)
    self.storage = storage
    let shelf: Shelf
    do {
      pool = try SQLiteEngine.open(path)
      try Self.hashSuppressions(pool, keys)
      shelf = try Shelf(pool, keys)
      checkpointer = try Checkpointer(path: path, storage: storage)
    } catch { throw StorageFault(error, path: path) ?? error }
    self.shelf = shelf
    writer = Writer(
      pool: pool, keys: keys, storage: storage, checkpointer: checkpointer, committed: shelf.take)
  }

  /// Looks through the database at `path` for damage, before anything is written into it. Throws `StorageFault`.
  public static func checkForDamage(path: String) throws {
    do { try SQLiteEngine.checkForDamage(path) } catch { throw StorageFault(error, path: path) ?? error }
  }

  /// Loads facts, decides, and applies what was decided, in one transaction; returns once it is on disk.
  ///
  /// Both closures may run again and have no side effects.
  public func perform<Facts, Outcome: Sendable>(
    _ load: @escaping @Sendable (Record) throws -> Facts,
    decide: @escaping @Sendable (Facts) throws -> Decision<Outcome>
  ) async throws -> Outcome {
    let (outcome, queued) = try await writer.submit { [keys] database, touched in
      let record = Record(database, keys)
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
    try await reading { [keys] in try load(Record($0, keys)) }
  }

  /// Reads; a fault of the disk is told by its name.
  func reading<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value
  {
    do { return try await pool.read(work) } catch { throw storage.failed(error) }
  }

  /// What the disk last had against the record; nil since a commit succeeded.
  public var storageFault: StorageFault? { storage.fault }

  /// Writes something that changes nothing, to learn whether the disk takes writes again.
  public func probe() async throws {
    try await writer.submit { database, _ in try SQLiteEngine.writeNothing(database) }
  }

  /// The listings as of the last commit.
  public var directory: Directory { shelf.directory.withLock { $0 } }

  /// Who recommends whom, as of the last commit.
  public var recommendations: Recommendations { shelf.recommendations.withLock { $0 } }

  /// The searches that a member keeps, by their names, as of the last commit.
  public func savedSearches(of member: Practitioner.ID) -> [SavedSearch] {
    shelf.savedSearches.withLock { $0[member] ?? [] }
  }

  /// Grows with every commit that changes what is kept in memory. Read before that it tells of nothing newer.
  public var memoryVersion: Int { shelf.version.withLock { $0 } }

  /// Write transactions begun since the record was opened: a GET leaves it as it is.
  public var writeTransactions: Int { get async { await writer.transactions } }

  /// The version of SQLite that runs.
  public func engineVersion() throws -> String {
    try pool.read { "SQLite " + (try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "?") }
  }

  /// Closes the file, with everything of the write-ahead log moved into it.
  ///
  /// Throws `StorageFault` when the disk did not take that; nothing is lost, the log stays for who opens the file next.
  public func close() throws {
    defer { try? pool.close() }
    do { try checkpointer.close() } catch { throw storage.failed(error) }
  }
}

/// The record inside one transaction: typed loads, and the application of what was decided.
public struct Record {
  let database: Database
  let keys: KeyRing

  init(_ database: Database, _ keys: KeyRing) {
    self.database = database
    self.keys = keys
  }
}
