import Foundation
import Synchronization

/// A folder for one test, and what must be ended and removed with it.
final class Scratch: Sendable {
  let folder: URL
  private let endings = Mutex<[@Sendable () async -> Void]>([])

  /// Others may look in: mail programs deliver as users of their own.
  private init() throws {
    let name = "helplink-test-\(UUID().uuidString.prefix(8).lowercased())"
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
  }

  /// Gives a fresh folder to a test; whatever was started in it ends with the test, last things first.
  static func using<Result>(_ test: (Scratch) async throws -> Result) async throws -> Result {
    let scratch = try Scratch()
    do {
      let result = try await test(scratch)
      await scratch.end()
      return result
    } catch {
      await scratch.end()
      throw error
    }
  }

  /// Something to do when the test is over, however it ends.
  func atEnd(_ ending: @escaping @Sendable () async -> Void) {
    endings.withLock { $0.append(ending) }
  }

  private func end() async {
    let last = endings.withLock { endings in
      defer { endings = [] }
      return endings
    }
    for ending in last.reversed() { await ending() }
    // A folder that cannot be removed lies among other temporary files and fails no test.
    try? FileManager.default.removeItem(at: folder)
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file, and returns its path.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
    return path(name)
  }

  /// Writes files into a folder, which is made when there is none.
  func folder(_ name: String, with files: [String: String]) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    for (file, text) in files {
      try text.write(toFile: path(name) + "/" + file, atomically: true, encoding: .utf8)
    }
  }

  /// Makes a folder, and returns its path.
  @discardableResult
  func makeFolder(_ name: String, mode: Int = 0o755) throws -> String {
    try FileManager.default.createDirectory(
      atPath: path(name), withIntermediateDirectories: true, attributes: [.posixPermissions: mode])
    return path(name)
  }
}
