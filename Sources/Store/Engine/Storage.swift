import Domain
import Foundation
import GRDB
import Synchronization

/// What is known of the disk under the record: every failure of it passes here and becomes a `StorageFault`.
final class Storage: Sendable {
  let path: String
  private let current = Mutex<StorageFault?>(nil)
  private let heard: @Sendable (StorageFault?) -> Void

  init(path: String, heard: @escaping @Sendable (StorageFault?) -> Void) {
    self.path = path
    self.heard = heard
  }

  /// What the disk last had against the record; nil since a commit succeeded.
  var fault: StorageFault? { current.withLock { $0 } }

  /// A commit is on disk.
  func succeeded() {
    let hadFault = current.withLock { fault in
      defer { if fault?.endsDaemon != true { fault = nil } }
      return fault != nil
    }
    if hadFault { heard(nil) }
  }

  /// Takes note of an error, and returns it as it is told: a fault of the disk by its own name, any other as it is.
  func failed(_ error: any Error) -> any Error {
    guard let fault = error as? StorageFault ?? StorageFault(error, path: path) else { return error }
    current.withLock { if $0?.endsDaemon != true { $0 = fault } }
    heard(fault)
    return fault
  }
}

extension StorageFault {
  /// What an error of the engine says of the disk; nil when it says nothing of it.
  init?(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else { return nil }
    let kind: Kind
    switch (error.extendedResultCode, error.resultCode) {
    case (.SQLITE_IOERR_FSYNC, _), (.SQLITE_IOERR_DIR_FSYNC, _): kind = .unsynced
    case (_, .SQLITE_FULL): kind = .full
    case (_, .SQLITE_READONLY), (_, .SQLITE_CANTOPEN), (_, .SQLITE_PERM): kind = .refused
    case (_, .SQLITE_IOERR): kind = Self.kindByDisk(of: path)
    case (_, .SQLITE_CORRUPT), (_, .SQLITE_NOTADB): kind = .damaged
    default: return nil
    }
    self.init(
      kind, path: path, reason: "\(error.message ?? "no reason given"), \(error.extendedResultCode.rawValue)")
  }

  /// The engine says "I/O error" as well of a full and of a read-only disk, where it does not expect either.
  private static func kindByDisk(of path: String) -> Kind {
    var facts = statvfs()
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard statvfs(folder, &facts) == 0 else { return .failing }
    if facts.f_flag & UInt(ST_RDONLY) != 0 { return .refused }
    return facts.f_bavail == 0 ? .full : .failing
  }
}
