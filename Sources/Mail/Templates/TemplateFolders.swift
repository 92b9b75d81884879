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
      return mistake(file, "is not one of \(Self.fileNames.joined(separator: ", "))")
    }
    files[folder.lastPathComponent, default: [:]][name] = file
  }

  /// What is in a folder, in order, without hidden files. By path and not by URL: Foundation finds nothing, silently,
  /// in a URL that is a symbolic link.
  private mutating func names(in folder: URL) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { !$0.hasPrefix(".") }
        .sorted()
    } catch {
      mistake(folder, "cannot be read: \(error.localizedDescription)")
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
