/// Why the record could not be written or read: the disk's fault, and never that of who asked.
public struct StorageFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the disk does.
  public enum Kind: String, Sendable, CaseIterable {
    /// No space is left.
    case full
    /// The file, or its folder, may not be opened or written.
    case refused
    /// Reading or writing failed.
    case failing
    /// A write was taken, and its way to the disk failed: what the disk holds cannot be known.
    case unsynced
    /// The file is not what was written into it.
    case damaged
  }

  /// What the disk does.
  public var kind: Kind
  /// The database's file.
  public var path: String
  /// The engine's own words.
  public var reason: String

  /// A fault of the disk that holds `path`.
  public init(_ kind: Kind, path: String, reason: String) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }

  /// Whether a daemon must end instead of going on.
  ///
  /// After a sync that failed, Linux takes what did not reach the disk for clean, and the next sync succeeds without having
  /// written it ("fsyncgate", 2018: PostgreSQL stops for the same reason). Nothing that was read since may be trusted, so
  /// the daemon stops, and what a new one reads and writes again decides. A damaged file would only be damaged further.
  public var endsDaemon: Bool { kind == .unsynced || kind == .damaged }

  /// One line: the file, what is wrong with it, and what to do.
  public var description: String {
    switch kind {
    case .full: "\(path) cannot be written: no space is left on its disk; make room there"
    case .refused:
      "\(path) cannot be opened or written (\(reason)); mend the rights of the file and its folder"
    case .failing: "\(path): the disk fails (\(reason)); look at the disk, and at the kernel's log"
    case .unsynced:
      "\(path): the disk did not keep what was written (\(reason)); look at the disk, and at the kernel's log"
    case .damaged: "\(path) is damaged (\(reason)); keep the file for later and restore the last backup"
    }
  }
}
