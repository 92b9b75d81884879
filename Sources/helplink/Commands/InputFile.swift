import Foundation

/// A file of lines that a command is given.
struct InputFile {
  let path: String

  init(_ path: String) { self.path = path }

  /// Its lines, empty ones among them, so that the first is line 1.
  func lines() throws -> [Substring] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw Failure("\(path): there is no such file")
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Failure("\(path): cannot be read as UTF-8")
    }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}
