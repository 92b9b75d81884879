import CSpawn
import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// A program of the tests or the benchmarks, started with `posix_spawn`.
///
/// Foundation's `Process` will not do: for every start it lists the open files and copies directory entries past the end of
/// the buffer that `readdir` filled, so one start among some thousands ends the tests with a segmentation fault (seen with
/// swift-corelibs-foundation 6.3.1).
///
/// It reads nothing, has no open file but its outputs, and no signal is blocked or ignored: the threads of Swift's concurrency
/// block all, and what they start would never hear SIGTERM.
public final class Spawned: Sendable {
  /// What could not be started, and why.
  public struct Failure: Error, CustomStringConvertible {
    /// The call, the program, and what the system says of it.
    public let description: String
  }

  /// Its process id.
  public let number: Int32
  private let ending = Mutex<Int32?>(nil)

  /// - Parameters:
  ///   - path: The program; it is not looked for in `PATH`.
  ///   - arguments: What comes after its name.
  ///   - environment: All of it.
  ///   - folder: Where it runs.
  ///   - output: The file that what it prints is added to; it need not be there.
  ///   - errors: Its errors' file; it can be the same.
  /// - Throws: ``Failure``.
  public init(
    _ path: String, _ arguments: [String], environment: [String: String], in folder: URL, output: URL,
    errors: URL
  ) throws {
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    let written = O_WRONLY | O_CREAT | O_APPEND
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output.path, written, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors.path, written, 0o600)
    posix_spawn_file_actions_addclosefrom_np(&actions, 3)
    posix_spawn_file_actions_addchdir_np(&actions, folder.path)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var number: pid_t = 0
    let result = withCStrings([path] + arguments) { words in
      withCStrings(environment.map { "\($0)=\($1)" }) { variables in
        posix_spawn(&number, path, &actions, &attributes, words, variables)
      }
    }
    guard result == 0 else {
      throw Failure(description: "posix_spawn of \(path): \(String(cString: strerror(result)))")
    }
    self.number = number
  }

  /// Its exit code, or 128 and the signal that ended it, as a shell has it; nil while it runs.
  public var code: Int32? {
    ending.withLock { ending in
      if ending == nil { ending = Self.collected(number, WNOHANG) }
      return ending
    }
  }

  /// Whether it has not ended.
  public var isRunning: Bool { code == nil }

  /// Sends it a signal, unless it has ended: its number could be another's by then.
  public func send(_ signal: Int32) {
    ending.withLock { ending in
      if ending == nil { ending = Self.collected(number, WNOHANG) }
      if ending == nil { kill(number, signal) }
    }
  }

  /// Waits for its end and returns its code. Holds up the thread.
  @discardableResult
  public func wait() -> Int32 {
    ending.withLock { ending in
      let code = ending ?? Self.collected(number, 0) ?? -1
      ending = code
      return code
    }
  }

  private static func collected(_ number: Int32, _ options: Int32) -> Int32? {
    var status: Int32 = 0
    while true {
      let answer = waitpid(number, &status, options)
      if answer == number { break }
      guard answer == -1, errno == EINTR else { return nil }
    }
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }
}

/// Gives texts as C has them: an array of pointers that ends with none.
private func withCStrings<Result>(
  _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let pointers = texts.map { strdup($0) }
  defer { for pointer in pointers { free(pointer) } }
  return body(pointers + [nil])
}
