import Foundation

/// What a benchmark could not do, in words.
struct BenchmarkFailure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// A program that was started; what it prints goes to a file.
final class Child {
  private let process = Process()
  /// Where its output and its errors go.
  let output: URL

  init(_ command: [String], in folder: URL, name: String, environment: [String: String] = [:]) throws {
    output = folder.appendingPathComponent("\(name)-\(UUID().uuidString.prefix(6)).out")
    try Data().write(to: output)
    let file = try FileHandle(forWritingTo: output)
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardOutput = file
    process.standardError = file
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  var number: Int32 { process.processIdentifier }
  var isRunning: Bool { process.isRunning }
  var text: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

  /// Asks it to end, or kills it.
  func end(_ signal: Int32 = SIGTERM) {
    if process.isRunning { kill(process.processIdentifier, signal) }
    process.waitUntilExit()
  }

  /// Runs a program to its end and returns what it printed.
  @discardableResult
  static func run(
    _ command: [String], in folder: URL, environment: [String: String] = [:]
  ) throws -> String {
    let name = URL(fileURLWithPath: command[0]).lastPathComponent
    let child = try Child(command, in: folder, name: name, environment: environment)
    child.process.waitUntilExit()
    guard child.process.terminationStatus == 0 else {
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
