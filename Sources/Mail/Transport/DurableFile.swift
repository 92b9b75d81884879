import Foundation

/// The few system calls that put a file on disk for good.
enum DurableFile {
  /// A system call that failed, and why.
  struct Failure: Error, CustomStringConvertible {
    var call: String
    var number: Int32

    var description: String { "\(call): \(String(cString: strerror(number)))" }
  }

  /// Creates `path`, which must not exist, readable by its owner alone, and syncs it.
  static func write(_ content: [UInt8], to path: String) throws(Failure) {
    let file = try check(open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600), "open")
    defer { close(file) }
    var written = 0
    while written < content.count {
      let count = content.withUnsafeBytes {
        Foundation.write(file, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0 && errno == EINTR { continue }
      written += try check(count, "write")
    }
    try check(fsync(file), "fsync")
  }

  /// Moves a file within one file system.
  static func rename(_ path: String, to target: String) throws(Failure) {
    try check(Foundation.rename(path, target), "rename")
  }

  /// Makes the names in a folder durable.
  static func sync(folder: String) throws(Failure) {
    let file = try check(open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "open")
    defer { close(file) }
    try check(fsync(file), "fsync")
  }

  @discardableResult
  private static func check<Result: SignedInteger>(_ result: Result, _ call: String) throws(Failure) -> Result
  {
    guard result >= 0 else { throw Failure(call: call, number: errno) }
    return result
  }
}
