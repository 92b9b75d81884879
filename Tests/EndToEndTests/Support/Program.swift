import Foundation

#if canImport(Glibc)
  import Glibc
#endif

/// A program that was started. What it prints goes to files, so that no full pipe holds it up.
final class Program: Sendable {
  /// How it ended, and what it had printed.
  struct Ended: Sendable {
    let code: Int32
    let output: String
    let errors: String
  }

  private let process: Process
  private let name: String
  private let outputs: (standard: URL, error: URL)

  /// Starts a program with an environment in which nothing of the test's own configuration is left.
  /// It is ended with the scratch at the latest.
  init(
    _ path: String, _ arguments: [String], environment extra: [String: String] = [:], in scratch: Scratch
  ) throws {
    name = ([URL(fileURLWithPath: path).lastPathComponent] + arguments.prefix(2)).joined(separator: " ")
    let number = UUID().uuidString.prefix(8)
    outputs = (
      scratch.folder.appendingPathComponent("\(number).out"),
      scratch.folder.appendingPathComponent("\(number).err")
    )
    process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = Self.environment(home: scratch.folder.path).merging(extra) { $1 }
    process.currentDirectoryURL = scratch.folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try Self.file(outputs.standard)
    process.standardError = try Self.file(outputs.error)
    try Self.withSignals { try process.run() }
    scratch.atEnd { [self] in await stop() }
  }

  /// A new process blocks the signals that the thread which starts it blocks, and the threads of Swift's
  /// concurrency block all: SIGTERM would never arrive.
  private static func withSignals(_ start: () throws -> Void) rethrows {
    var none = sigset_t()
    var before = sigset_t()
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try start()
  }

  private static func environment(home: String) -> [String: String] {
    let own = ProcessInfo.processInfo.environment
    let kept = own.filter { ["PATH", "LD_LIBRARY_PATH", "TMPDIR"].contains($0.key) }
    return kept.merging(["HOME": home, "LANG": "C.UTF-8", "TZ": "UTC"]) { $1 }
  }

  private static func file(_ url: URL) throws -> FileHandle {
    try Data().write(to: url)
    return try FileHandle(forWritingTo: url)
  }

  var isRunning: Bool { process.isRunning }
  /// Its process id.
  var number: Int32 { process.processIdentifier }
  var output: String { read(outputs.standard) }
  var errors: String { read(outputs.error) }

  private func read(_ file: URL) -> String {
    (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Waits for it to end by itself; it is killed when it does not.
  func ended(within limit: Duration = .seconds(60)) async throws -> Ended {
    do {
      return try await eventually("the end of \(name)", within: limit) {
        isRunning ? nil : Ended(code: process.terminationStatus, output: output, errors: errors)
      }
    } catch {
      kill(process.processIdentifier, SIGKILL)
      throw GaveUp(description: "\(error)\n\(output)\n\(errors)")
    }
  }

  /// Asks it to end, by its process id, and waits.
  func terminate(within limit: Duration = .seconds(20)) async throws -> Ended {
    if isRunning { kill(process.processIdentifier, SIGTERM) }
    return try await ended(within: limit)
  }

  /// Ends it, by force when asking does not help.
  func stop() async {
    guard isRunning else { return }
    _ = try? await terminate(within: .seconds(10))
  }

  /// Runs a program to its end.
  static func run(
    _ path: String, _ arguments: [String], in scratch: Scratch, within limit: Duration = .seconds(60)
  ) async throws -> Ended {
    try await Program(path, arguments, in: scratch).ended(within: limit)
  }
}
