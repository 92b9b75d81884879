import Foundation

/// Says who owns the record: an exclusive lock on a file beside it, freed by the system when its holder ends, however it ends.
final class StateLock: Sendable {
  private let descriptor: Int32

  /// Takes the lock of a state folder, or returns nil when another process has it.
  init?(folder: String) throws {
    let path = folder + "/helplink.lock"
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure("\(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
