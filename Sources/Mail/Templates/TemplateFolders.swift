import Domain
import Foundation

/// The files of several folders laid over each other: of one relative path, the last folder's counts.
struct TemplateFolders {
  /// By folder (an email or a part), then by name.
  private(set) var files: [String: [String: URL]] = [:]
  private(set) var mistakes: [TemplateMistake] = []

  /// The files of an email or a part.
  static let fileNames = TemplateFormat.allCases.map(\.fileName) + ["sample.json"]

  init(_ folders: [URL]) {
    for folder in folders { overlay(folder) }
  }

  private mutating func overlay(_ folder: URL) {
    for name in names(in: folder) {
      let child = folder.appending(path: name)
      // A note to the next operator may lie beside the folders.
      guard Self.isFolder(child) else { continue }
      guard TemplateScanner.isName(name) else {
        mistake(child, "a folder's name is lower-case letters, digits and hyphens")
        continue
      }
      for file in names(in: child) { add(file, of: child) }
    }
  }

  private mutating func add(_ name: String, of folder: URL) {
    let file = folder.appending(path: name)
    guard Self.fileNames.contains(name) else {
      let remedy =
        NearestKey.to(name, among: Self.fileNames).map { "did you mean \($0)?" }
        ?? "a folder has \(Self.fileNames.joined(separator: ", "))"
      return mistake(file, "is not a file of an email; \(remedy)")
    }
    files[folder.lastPathComponent, default: [:]][name] = file
  }

  /// What is in a folder, in order, without hidden files.
  private mutating func names(in folder: URL) -> [String] {
    do throws(WrittenFile.Refusal) { return try WrittenFile.names(in: folder.path) } catch {
      mistake(folder, error.message)
      return []
    }
  }

  private static func isFolder(_ url: URL) -> Bool {
    var isDirectory: ObjCBool = false
    return FileManager.default.fileExists(atPath: url.path, isDirectory: &isDirectory)
      && isDirectory.boolValue
  }

  private mutating func mistake(_ url: URL, _ message: String) {
    mistakes.append(TemplateMistake(file: url.path, line: 0, message: message))
  }
}
