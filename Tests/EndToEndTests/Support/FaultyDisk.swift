import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A disk below a daemon's state folder and its mail that fails on command, while the daemon runs, and that writes down
/// what is done to it. `Tests/DiskFaults` is what the daemon is given to make it so.
struct FaultyDisk: Sendable {
  /// What a program may do to files.
  enum Call: String, Sendable {
    case open, create, write, truncate, sync, rename, unlink, mkdir, space
    case openToWrite = "open-to-write"
  }

  private let scratch: Scratch

  init(in scratch: Scratch) { self.scratch = scratch }

  /// What a program that is to stand on this disk needs in its environment. `kill` as in "write 7", "sync 7" or "synced 7":
  /// it dies in the middle of its seventh write, before its seventh sync, or after it.
  func environment(recording: Bool = false, kill: String? = nil) throws -> [String: String] {
    let library = URL(fileURLWithPath: try Binary.path()).deletingLastPathComponent()
      .appendingPathComponent("libDiskFaults.so").path
    guard FileManager.default.fileExists(atPath: library) else {
      throw GaveUp(description: "\(library) is not built")
    }
    var environment = [
      "LD_PRELOAD": library, "DISK_FOLDER": scratch.folder.path, "DISK_FAULTS": scratch.path("faults"),
    ]
    if let kill { environment["DISK_KILL"] = kill }
    if recording { environment["DISK_RECORD"] = scratch.path("record") }
    return environment
  }

  /// From now on these calls fail for files whose path ends so.
  func fail(_ calls: Call..., with number: Int32, at end: String) throws {
    try fail([(calls, number, end)])
  }

  /// The same for several places at once.
  func fail(_ faults: [(calls: [Call], number: Int32, end: String)]) throws {
    let lines = faults.map { fault in
      "\(fault.calls.map(\.rawValue).joined(separator: ",")) \(fault.number) \(fault.end)\n"
    }
    // At once, or half a line would be read.
    try Data(lines.joined().utf8).write(to: faultFile, options: .atomic)
  }

  /// No space is left: nothing grows, and nothing new is made.
  func fill() throws {
    let calls: [Call] = [.write, .truncate, .create, .mkdir]
    try fail(
      ["", "-wal", "-shm"].map { (calls, ENOSPC, "helplink.sqlite\($0)") } + [([.space], ENOSPC, "state")])
  }

  /// All is well again.
  func heal() throws { try? FileManager.default.removeItem(at: faultFile) }

  /// What was recorded so far.
  func record() throws -> DiskRecord {
    try DiskRecord(try Data(contentsOf: scratch.folder.appendingPathComponent("record")))
  }

  private var faultFile: URL { scratch.folder.appendingPathComponent("faults") }
}
