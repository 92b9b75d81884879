import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// Where the log goes.
enum StandardError {
  /// Lines of several threads stand one after the other, also those that a pipe does not take at once (pipe(7)).
  private static let turn = Mutex(())

  /// Writes all of a text. When nobody reads any more it is lost: a log ends no daemon.
  static func write(_ text: String) {
    turn.withLock { _ in
      var rest = Array(text.utf8)[...]
      while !rest.isEmpty {
        let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
        if written > 0 {
          rest = rest.dropFirst(written)
        } else if !(written < 0 && errno == EINTR) {
          return
        }
      }
    }
  }
}
