import Domain
import Foundation
import GRDB
import Synchronization
import Testing

@testable import Store

/// A disk without room, made by a limit on the pages of the file.
struct StorageFaultTests {
  /// What was heard of the disk, in order.
  private final class Heard: Sendable {
    private let kinds = Mutex<[StorageFault.Kind?]>([])
    var all: [StorageFault.Kind?] { kinds.withLock { $0 } }
    @Sendable func hear(_ fault: StorageFault?) { kinds.withLock { $0.append(fault?.kind) } }
  }

  private func limit(_ store: Store, pages: Int) async throws {
    _ = try await store.pool.writeWithoutTransaction {
      try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages)")
    }
  }

  @Test func `a full disk fails everybody in the transaction by name, and leaves no trace`() async throws {
    let (scratch, heard) = (try ScratchStore(), Heard())
    let store = try Store(path: scratch.path, keys: Sample.keys(1), heard: heard.hear)
    try await store.join(1...3)
    try await limit(store, pages: 1)
    let faults = await withTaskGroup(of: StorageFault?.self) { group in
      for start in stride(from: 1_000, to: 5_000, by: 200) {
        group.addTask {
          do { try await store.join(start..<start + 200) } catch { return error as? StorageFault }
          return nil
        }
      }
      var faults: [StorageFault?] = []
      for await fault in group { faults.append(fault) }
      return faults
    }
    #expect(faults.count == 20)
    #expect(faults.allSatisfy { $0?.kind == .full && $0?.path == scratch.path })
    #expect(store.storageFault?.kind == .full)
    #expect(try await store.read { try $0.countOfPractitioners() } == 3)
    #expect(store.directory.byAvailability(now: Sample.now).count == 3)

    try await limit(store, pages: 1_000_000)
    try await store.probe()
    #expect(store.storageFault == nil)
    try await store.join(10...12)
    #expect(heard.all.last == .some(nil))
    #expect(heard.all.count { $0 == nil } == 1)
    #expect(heard.all.dropLast().allSatisfy { $0 == .full })
    try store.close()
  }

  @Test func `what a decision throws says nothing of the disk`() async throws {
    let (scratch, heard) = (try ScratchStore(), Heard())
    let store = try Store(path: scratch.path, keys: Sample.keys(1), heard: heard.hear)
    await #expect(throws: (any Error).self) {
      try await store.apply([.waitSaid(Sample.id(99), Sample.said(.now), Sample.event(1))])
    }
    #expect(store.storageFault == nil && heard.all.isEmpty)
    try store.close()
  }

  /// The engine's number, and what it is taken for; the disk of the tests is neither full nor read-only.
  @Test(arguments: [
    (ResultCode.SQLITE_FULL, StorageFault.Kind.full), (.SQLITE_READONLY, .refused),
    (.SQLITE_CANTOPEN, .refused),
    (.SQLITE_IOERR, .failing), (.SQLITE_IOERR_WRITE, .failing), (.SQLITE_IOERR_READ, .failing),
    (.SQLITE_IOERR_FSYNC, .unsynced), (.SQLITE_IOERR_DIR_FSYNC, .unsynced), (.SQLITE_CORRUPT, .damaged),
    (.SQLITE_NOTADB, .damaged),
  ])
  func `each of the engine's errors about the disk has a name`(code: ResultCode, kind: StorageFault.Kind) {
    let path = FileManager.default.temporaryDirectory.appendingPathComponent("record.sqlite").path
    let fault = StorageFault(DatabaseError(resultCode: code, message: "words"), path: path)
    #expect(fault == StorageFault(kind, path: path, reason: "words, \(code.rawValue)"))
  }

  @Test(arguments: [ResultCode.SQLITE_BUSY, .SQLITE_CONSTRAINT, .SQLITE_INTERRUPT, .SQLITE_MISUSE])
  func `others are no fault of the disk`(code: ResultCode) {
    #expect(StorageFault(DatabaseError(resultCode: code), path: "/") == nil)
  }

  /// After such an error only a process that opens the file anew may write.
  @Test func `after a sync that failed nothing is written any more`() async throws {
    try await ScratchStore.with { store in
      try await store.join([1])
      _ = store.storage.failed(DatabaseError(resultCode: .SQLITE_IOERR_FSYNC))
      let before = await store.writeTransactions
      await #expect(throws: StorageFault.self) { try await store.join([2]) }
      await #expect(throws: StorageFault.self) { try await store.probe() }
      #expect(store.storageFault?.kind == .unsynced)
      #expect(try await store.read { try $0.countOfPractitioners() } == 1)
      #expect(await store.writeTransactions == before + 2)
    }
  }
}
