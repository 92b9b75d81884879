import Domain
import GRDB
import Synchronization

/// Moves what the write-ahead log holds into the database, beside the connection that writes.
///
/// Left to itself the engine does so within the commit that makes the log 1,000 pages long, and whoever waits for that commit
/// waits until some 300 pages of the database are synced (measured: 9 to 16 ms, two or three times a second; of a hundred
/// people who click while nothing else happens, one waited for 21 ms, and waits for 8 now).
///
/// Promise: never more than one pass at a time. A pass that fails loses nothing: the log stays, and the next one moves it.
final class Checkpointer: Sendable {
  private struct State {
    var commits = 0
    var isPassing = false
    var isLogLong = false
  }

  /// Commits from one pass to the next. Few, so that a pass has few pages to sync: who commits meanwhile waits for these too.
  private static let commits = 6
  /// Pages of a log that is to begin anew: 16 MiB, which a start after a crash reads and writes again.
  private static let longest = 4_096

  private let queue: DatabaseQueue
  private let storage: Storage
  private let state = Mutex(State())

  /// For the file that a pool has open already.
  init(path: String, storage: Storage) throws {
    var configuration = GRDB.Configuration()
    configuration.busyMode = .timeout(5)
    queue = try DatabaseQueue(path: path, configuration: configuration)
    self.storage = storage
  }

  /// A commit is in the log. Begins a pass when it is time for one, and does not wait for it.
  func committed() {
    let isDue = state.withLock { state in
      state.commits += 1
      guard state.commits >= Self.commits, !state.isPassing else { return false }
      (state.commits, state.isPassing) = (0, true)
      return true
    }
    guard isDue else { return }
    Task {
      await pass()
      state.withLock { $0.isPassing = false }
    }
  }

  /// Whether the log is so long that it should begin anew.
  var isLogLong: Bool { state.withLock { $0.isLogLong } }

  /// Lets the next commit begin the log anew. To be called while nothing is written: what is written during a pass is left over,
  /// and the log goes on behind it.
  func finish() async {
    await pass()
    state.withLock { $0.isLogLong = false }
  }

  /// Moves what the log holds, as far as nobody reads what was before it.
  private func pass() async {
    do {
      let pages = try await queue.writeWithoutTransaction { try $0.checkpoint(.passive).walFrameCount }
      state.withLock { $0.isLogLong = pages > Self.longest }
    } catch {
      state.withLock { $0.isLogLong = false }
      // Whether the disk takes what is written, commits tell.
      if StorageFault(error, path: storage.path)?.endsDaemon == true { _ = storage.failed(error) }
    }
  }

  /// Moves all that the log holds, and cuts it. Waits for those who read or write, as long as the engine does.
  func empty() async throws {
    try await queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }

  /// The same for good.
  func close() throws {
    defer { try? queue.close() }
    try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
  }
}
