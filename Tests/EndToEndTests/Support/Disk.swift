import Foundation
import Testing

/// A disk that fails, dies or remembers under a daemon: a small library of C that goes before the system's (`Fixtures/disk`).
struct Disk: Sendable {
  private static let source = Binary.fixtures.appendingPathComponent("disk/disk.c").path
  private let library: String
  private let folder: String
  private let orders: String
  /// What was written, in order.
  let log: String

  /// Compiles the library with the compiler that comes with Swift, for what lies below `folder`.
  init(under folder: String, in scratch: Scratch) async throws {
    library = scratch.path("disk.so")
    self.folder = folder
    orders = scratch.path("disk-orders")
    log = scratch.path("disk-log")
    // A shell before it: clang leaves what Foundation waits for to those whom it starts.
    let made = try await Program.run(
      "/bin/sh", ["-c", "clang -O1 -shared -fPIC '\(Self.source)' -o '\(library)' -ldl"], in: scratch)
    try #require(made.code == 0, "\(made.errors)")
  }

  /// The environment of a daemon that runs on it; `kill` as in "write 7", "sync 7" or "synced 7".
  func environment(kill: String? = nil, logs: Bool = false) -> [String: String] {
    var environment = ["LD_PRELOAD": library, "DISK_FOLDER": folder, "DISK_ORDERS": orders]
    if let kill { environment["DISK_KILL"] = kill }
    if logs { environment["DISK_LOG"] = log }
    return environment
  }

  /// From now on every write, or every sync, fails with this error.
  func fail(_ what: String, _ error: Int32) throws {
    try "fail \(what) \(error)\n".write(toFile: orders, atomically: true, encoding: .utf8)
  }

  /// All is well again.
  func heal() throws { try "".write(toFile: orders, atomically: true, encoding: .utf8) }
}
