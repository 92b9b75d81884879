import Foundation
import Testing

/// A site whose files are wrong on purpose, and what the program says about them.
struct ClearWords: Sendable {
  let scratch: Scratch
  let configuration: String

  /// A whole and right configuration, ten lines; whatever is added begins with line 11.
  static func right(_ scratch: Scratch) -> String {
    """
    site:
      url: http://localhost:8080
      name: Help Link
      operator: {name: Example Pty Ltd, contact: hello@example.com}
    state: \(scratch.path("state"))
    mail:
      from: help@example.com
      transport: maildir
      maildir: \(scratch.path("mail"))
    \("http: {listen: 127.0.0.1:0}")

    """
  }

  init(in scratch: Scratch, adding lines: String = "") throws {
    self.scratch = scratch
    configuration = try scratch.write("site.yaml", Self.right(scratch) + lines)
  }

  /// Runs a command. The lines it says on stderr are returned with the scratch folder's path shortened to `@`.
  func say(
    _ arguments: [String], environment: [String: String] = [:]
  ) async throws -> (code: Int32, lines: [String]) {
    let program = try Program(
      try Binary.path(), arguments + ["--config", configuration], environment: environment, in: scratch)
    let ended = try await program.ended()
    return (ended.code, shortened(ended.errors))
  }

  func shortened(_ text: String) -> [String] {
    text.replacing(scratch.folder.path, with: "@").split(separator: "\n").map(String.init)
  }

  /// Expects exactly these lines, from `check` and from `serve`, and this code.
  func expect(
    _ lines: [String], code: Int32 = 78, environment: [String: String] = [:],
    commands: [String] = ["check", "serve"],
    location: SourceLocation = #_sourceLocation
  ) async throws {
    for command in commands {
      let said = try await say([command], environment: environment)
      #expect(said.code == code, "\(command): \(said.lines)", sourceLocation: location)
      #expect(said.lines == lines, "\(command)", sourceLocation: location)
    }
  }
}
