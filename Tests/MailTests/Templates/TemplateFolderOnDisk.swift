import Foundation
import Mail

/// The templates that ship, and folders that a test lays over them.
enum TemplateFolderOnDisk {
  /// `mail-templates`, four folders up from this file.
  static let shipped = (1...4).reduce(URL(filePath: #filePath)) { folder, _ in
    folder.deletingLastPathComponent()
  }
  .appending(path: "mail-templates")

  /// Runs `body` with a folder that holds `files` (path to text), and removes it.
  static func with<Result>(_ files: [String: String], body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (path, text) in files {
      let url = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return try body(folder)
  }

  /// The mistakes of `files` laid over the templates that ship, each as `path:line: message` within the folder.
  static func mistakes(in files: [String: String]) throws -> [String] {
    try with(files) { folder in
      do throws(TemplateMistakes) {
        _ = try MailTemplates(folders: [shipped, folder])
        return []
      } catch {
        return error.mistakes.map { $0.description.replacing(folder.path + "/", with: "") }
      }
    }
  }
}
