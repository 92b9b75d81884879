import Foundation
import Spawning

/// What a benchmark could not do, in words.
struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A program that was started; what it prints goes to a file.
final class Child {
  private let process: Spawned
  /// Where its output and its errors go.
  let output: URL

  init(_ command: [String], in folder: URL, name: String, environment: [String: String] = [:]) throws {
    output = folder.appendingPathComponent("\(name)-\(UUID().uuidString.prefix(6)).out")
    process = try Spawned(
      "/usr/bin/env", command, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
      in: folder, output: output, errors: output)
  }

  /// A measurement that fails leaves nothing running.
  deinit { if process.isRunning { end(SIGKILL) } }

  var number: Int32 { process.number }
  var isRunning: Bool { process.isRunning }
  var text: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

  /// Asks it to end, or kills it.
  func end(_ signal: Int32 = SIGTERM) {
    process.send(signal)
    process.wait()
  }

  /// Runs a program to its end and returns what it printed.
  @discardableResult
  static func run(
    _ command: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> String {
    let name = URL(fileURLWithPath: command[0]).lastPathComponent
    let child = try Child(command, in: folder, name: name, environment: environment)
    guard child.process.wait() == 0 else {
      throw BenchmarkFailure("\(command.joined(separator: " ")) failed:\n\(child.text)")
    }
    defer { try? FileManager.default.removeItem(at: child.output) }
    return child.text
  }

  /// Waits until `answer` is something.
  @discardableResult
  func wait<Answer>(_ what: String, seconds: Double = 600, _ answer: () throws -> Answer?) throws -> Answer {
    let end = Date() + seconds
    while Date() < end {
      if let answer = try answer() { return answer }
      guard isRunning else { throw BenchmarkFailure("it ended before \(what):\n\(text.suffix(2_000))") }
      usleep(5_000)
    }
    throw BenchmarkFailure("not within \(seconds) s: \(what)")
  }
}
