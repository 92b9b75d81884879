import Foundation

/// The few system calls that put a file on disk for good.
public enum DurableFile {
  /// A system call that failed, and why.
  public struct Failure: Error, CustomStringConvertible {
    /// Its name.
    public var call: String
    /// Its errno.
    public var number: Int32

    /// "write: No space left on device".
    public var description: String { "\(call): \(String(cString: strerror(number)))" }
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

  /// Puts `content` at `path`, readable by its owner alone, in place of what was there.
  ///
  /// Returns when it is on disk; whenever the power fails, `path` has all of the old or all of the new.
  public static func replace(_ path: String, with content: [UInt8]) throws(Failure) {
    try replace(path, with: content) { (_) throws(Failure) in }
  }

  /// The same for a file that is there and stays its owner's, readable by whoever could read it.
  public static func renew(_ path: String, with content: [UInt8]) throws(Failure) {
    var old = stat()
    try check(stat(path, &old), "stat")
    let (owner, group, mode) = (old.st_uid, old.st_gid, old.st_mode & 0o7777)
    try replace(path, with: content) { (draft) throws(Failure) in
      if (owner, group) != (geteuid(), getegid()) { try check(chown(draft, owner, group), "chown") }
      try check(chmod(draft, mode), "chmod")
    }
  }

  private static func replace(
    _ path: String, with content: [UInt8], prepare: (String) throws(Failure) -> Void
  ) throws(Failure) {
    let draft = path + ".draft"
    unlink(draft)
    do throws(Failure) {
      try write(content, to: draft)
      try prepare(draft)
      try rename(draft, to: path)
    } catch {
      unlink(draft)
      throw error
    }
    try sync(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
  }

  /// Makes a folder that only its owner can look into, and those above it that are missing. Returns when their names are on
  /// disk: a loss of power would take with the folder all that was kept in it.
  public static func makeFolder(_ path: String) throws(Failure) {
    guard !path.isEmpty, !FileManager.default.fileExists(atPath: path) else { return }
    let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
    try makeFolder(parent)
    if mkdir(path, 0o700) != 0, errno != EEXIST { throw Failure(call: "mkdir", number: errno) }
    try sync(folder: parent)
  }

  /// Moves a file within one file system.
  static func rename(_ path: String, to target: String) throws(Failure) {
    try check(Foundation.rename(path, target), "rename")
  }

  /// Makes the names in a folder durable.
  public static func sync(folder: String) throws(Failure) {
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
