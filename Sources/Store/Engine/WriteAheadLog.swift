import Domain
import Foundation

/// The file beside the database into which every commit goes first.
enum WriteAheadLog {
  private static let piece = 1 << 20

  /// Writes what a crash left of the log once more, in place, and syncs it.
  ///
  /// The process before may have ended because a sync failed. Linux then holds pages in memory that it takes for clean and
  /// that are not on disk; recovery would read them and build upon them, and the next loss of power would cut the log in
  /// their midst, with every later commit. Written again, they are truly synced, or this fails.
  static func writeAgain(ofDatabase database: String) throws {
    let path = database + "-wal"
    guard FileManager.default.fileExists(atPath: path) else { return }
    let file = open(path, O_RDWR | O_CLOEXEC)
    guard file >= 0 else { throw fault(.refused, path) }
    defer { close(file) }
    var buffer = [UInt8](repeating: 0, count: piece)
    var offset: off_t = 0
    while true {
      let count = buffer.withUnsafeMutableBytes { pread(file, $0.baseAddress, $0.count, offset) }
      guard count >= 0 else { throw fault(.failing, path) }
      if count == 0 { break }
      try write(buffer[..<count], to: file, at: offset, path)
      offset += off_t(count)
    }
    guard offset == 0 || fdatasync(file) == 0 else { throw fault(.unsynced, path) }
  }

  private static func write(_ octets: ArraySlice<UInt8>, to file: Int32, at start: off_t, _ path: String)
    throws
  {
    var rest = octets
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        pwrite(file, $0.baseAddress, $0.count, start + off_t(octets.count - rest.count))
      }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw fault(errno == ENOSPC ? .full : .failing, path) }
      rest = rest.dropFirst(count)
    }
  }

  private static func fault(_ kind: StorageFault.Kind, _ path: String) -> StorageFault {
    StorageFault(kind, path: path, reason: String(cString: strerror(errno)))
  }
}
