import Domain
import GRDB

/// Group commit: writers that arrive together share one transaction and one sync, each in a savepoint of its own.
///
/// Promise: a caller hears of success only after its commit is on disk; one caller's failure undoes nobody else's work.
/// The work may run again on another engine and must have no side effects. After a sync that failed nothing is written any
/// more: what the disk holds cannot be known, and only a process that opens the file anew may go on.
actor Writer {
  /// What a transaction changed that is also kept in memory.
  struct Touched {
    /// Members whose listing it may have altered.
    var listings: Set<Practitioner.ID> = []
    /// Members who recommend somebody, or no longer do.
    var recommenders: Set<Practitioner.ID> = []
    /// Members whose saved searches are others now.
    var searchers: Set<Practitioner.ID> = []
  }

  /// The same as it stands after the commit.
  struct Fresh: Sendable {
    var listings: [Practitioner.ID: Listing?] = [:]
    var recommendations: [Practitioner.ID: [Recommendation]] = [:]
    var savedSearches: [Practitioner.ID: [SavedSearch]] = [:]

    var isEmpty: Bool { listings.isEmpty && recommendations.isEmpty && savedSearches.isEmpty }
  }

  private struct Job: Sendable {
    /// Does the work and returns what to say when it is on disk.
    let work: @Sendable (Database, inout Touched) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
  }

  private let pool: DatabasePool
  private let keys: KeyRing
  private let storage: Storage
  private let checkpointer: Checkpointer
  private let committed: @Sendable (Fresh) -> Void
  private var lanes = WriteLanes<Job>()
  private var isDraining = false
  /// Write transactions begun since the file was opened.
  private(set) var transactions = 0

  init(
    pool: DatabasePool, keys: KeyRing, storage: Storage, checkpointer: Checkpointer,
    committed: @escaping @Sendable (Fresh) -> Void
  ) {
    self.pool = pool
    self.keys = keys
    self.storage = storage
    self.checkpointer = checkpointer
    self.committed = committed
  }

  /// Runs `work` in a transaction and returns its result once that is on disk.
  func submit<Result: Sendable>(
    in lane: WriteLane = .answers, _ work: @escaping @Sendable (Database, inout Touched) throws -> Result
  ) async throws -> Result {
    try await withCheckedThrowingContinuation { continuation in
      lanes.add(
        Job(
          work: { database, touched in
            let result = try work(database, &touched)
            return { continuation.resume(returning: result) }
          },
          fail: { continuation.resume(throwing: $0) }), to: lane)
      if !isDraining {
        isDraining = true
        Task { await drain() }
      }
    }
  }

  private func drain() async {
    while let batch = lanes.next() {
      transactions += 1
      await commit(batch)
      if checkpointer.isLogLong { await checkpointer.finish() }
    }
    isDraining = false
  }

  private func commit(_ batch: [Job]) async {
    do {
      if let fault = storage.fault, fault.endsDaemon { throw fault }
      let (answers, fresh) = try await pool.writeWithoutTransaction { [keys] database in
        try Self.run(batch, in: database, keys)
      }
      committed(fresh)
      storage.succeeded()
      checkpointer.committed()
      for answer in answers { answer() }
    } catch {
      let told = storage.failed(error)
      for job in batch { job.fail(told) }
    }
  }

  /// A job that throws is rolled back alone and told after the others are safe, as they are.
  private static func run(
    _ batch: [Job], in database: Database, _ keys: KeyRing
  ) throws -> (answers: [@Sendable () -> Void], fresh: Fresh) {
    var answers: [@Sendable () -> Void] = []
    var touched = Touched()
    var fresh = Fresh()
    try database.inTransaction(.immediate) {
      for job in batch {
        do {
          var answer: (@Sendable () -> Void)?
          try database.inSavepoint {
            answer = try job.work(database, &touched)
            return .commit
          }
          if let answer { answers.append(answer) }
        } catch {
          // A full disk or a failing one ends the whole transaction, not one job.
          guard database.isInsideTransaction, StorageFault(error, path: "") == nil else { throw error }
          answers.append { job.fail(error) }
        }
      }
      fresh = try Record(database, keys).fresh(touched)
      return .commit
    }
    return (answers, fresh)
  }
}
