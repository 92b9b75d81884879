import Foundation

/// Debian's `systemd-analyze`, run to its end.
enum SystemdAnalyze {
  struct Printed {
    let output: Data
    let errors: String
  }

  /// - Parameter zone: The machine's zone, as far as the program can tell.
  static func run(_ arguments: [String], zone: String = "UTC") throws -> Printed {
    let process = Process()
    let (output, errors) = (Pipe(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/systemd-analyze")
    process.arguments = arguments
    process.environment = ["TZ": zone, "LC_ALL": "C.UTF-8"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // One after the other: complaints are a line an expression and fit into the pipe's 64 KiB.
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    let complaints = try errors.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return Printed(output: printed, errors: String(decoding: complaints, as: UTF8.self))
  }
}
