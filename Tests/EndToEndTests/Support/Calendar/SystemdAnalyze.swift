import Foundation
import Spawning

/// Debian's `systemd-analyze`, run to its end.
enum SystemdAnalyze {
  struct Printed {
    let output: Data
    let errors: String
  }

  /// - Parameter zone: The machine's zone, as far as the program can tell.
  static func run(_ arguments: [String], zone: String = "UTC") throws -> Printed {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "systemd-analyze-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    try Spawned(
      "/usr/bin/systemd-analyze", arguments, environment: ["TZ": zone, "LC_ALL": "C.UTF-8"], in: folder,
      output: output, errors: errors
    ).wait()
    return Printed(
      output: try Data(contentsOf: output),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }
}
