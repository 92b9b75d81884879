import Foundation

/// Says who owns the record: an exclusive lock on a file beside it, freed by the system when its holder ends, however it ends.
/// In the file stands who that is, for those who wait.
final class StateLock: Sendable {
  /// Who asks for the lock.
  enum Purpose: String, Sendable {
    /// Holds it as long as it runs.
    case daemon
    /// Holds it for moments.
    case command
  }

  /// Who has the lock, as far as its file says.
  struct Holder: Equatable, Sendable {
    let purpose: Purpose?
    let process: Int?

    /// "the daemon (process 123)".
    var words: String {
      let who = purpose == .daemon ? "a helplink daemon" : "a helplink command"
      return process.map { "\(who) (process \($0))" } ?? who
    }
  }

  private let descriptor: Int32

  /// Takes the lock of a state folder, or returns nil when another process has it.
  init?(folder: String, purpose: Purpose) throws {
    let path = Self.path(folder)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure("\(path) cannot be opened: \(String(cString: strerror(errno)))")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let number = errno
      close(descriptor)
      guard number == EWOULDBLOCK else {
        throw Failure("\(path) cannot be locked: \(String(cString: strerror(number)))")
      }
      return nil
    }
    self.descriptor = descriptor
    let line = Array("\(purpose.rawValue) \(getpid())\n".utf8)
    guard ftruncate(descriptor, 0) == 0, Self.write(line, to: descriptor) else {
      // Those who wait for it must be able to read who has it. Leaving gives it back.
      throw Failure("\(path) cannot be written: \(String(cString: strerror(errno)))")
    }
  }

  /// A disk that takes a part of so few octets has no room for the rest.
  private static func write(_ line: [UInt8], to descriptor: Int32) -> Bool {
    let count = pwrite(descriptor, line, line.count, 0)
    if count >= 0, count < line.count { errno = ENOSPC }
    return count == line.count
  }

  deinit { close(descriptor) }

  /// Who has the lock of a folder. Only as good as the moment it is asked.
  static func holder(folder: String) -> Holder {
    let words = (try? String(contentsOfFile: path(folder), encoding: .utf8))?.split(separator: " ") ?? []
    return Holder(
      purpose: words.first.flatMap { Purpose(rawValue: String($0)) },
      process: words.last.flatMap { Int($0.trimmingCharacters(in: .newlines)) })
  }

  private static func path(_ folder: String) -> String { folder + "/helplink.lock" }
}
