import Foundation
import Spawning

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

  private let process: Spawned
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
    process = try Spawned(
      path, arguments, environment: Self.environment(home: scratch.folder.path).merging(extra) { $1 },
      in: scratch.folder, output: outputs.standard, errors: outputs.error)
    scratch.atEnd { [self] in await stop() }
  }

  private static func environment(home: String) -> [String: String] {
    let own = ProcessInfo.processInfo.environment
    let kept = own.filter { ["PATH", "LD_LIBRARY_PATH", "TMPDIR"].contains($0.key) }
    return kept.merging(["HOME": home, "LANG": "C.UTF-8", "TZ": "UTC"]) { $1 }
  }

  var isRunning: Bool { process.isRunning }
  /// Its process id.
  var number: Int32 { process.number }
  var output: String { read(outputs.standard) }
  var errors: String { read(outputs.error) }

  private func read(_ file: URL) -> String {
    (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Waits for it to end by itself; it is killed when it does not.
  func ended(within limit: Duration = .seconds(60)) async throws -> Ended {
    do {
      return try await eventually("the end of \(name)", within: limit) {
        process.code.map { Ended(code: $0, output: output, errors: errors) }
      }
    } catch {
      process.send(SIGKILL)
      throw GaveUp(description: "\(error)\n\(output)\n\(errors)")
    }
  }

  /// Asks it to end, by its process id, and waits.
  func terminate(within limit: Duration = .seconds(20)) async throws -> Ended {
    process.send(SIGTERM)
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
