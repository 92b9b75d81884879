import Foundation

/// What a disk may hold after a loss of power: everything that was synced, and of the rest whatever it likes.
///
/// Files are octets, folders are names. A write is on disk when its file was synced after it, a name when its folder was:
/// POSIX promises no more. What was not synced may be there in part, torn at any sector, in any order; names go in the order
/// in which they were made, as journals of file systems keep them.
struct CrashDisk {
  /// What becomes of what was not synced.
  enum Loss: Sendable {
    /// All of it is lost.
    case everything
    /// Names and lengths are kept, and of the writes each sector (of so many octets) by chance.
    case sectors(Int)
    /// Nothing is lost: the process was killed, and the power stayed on.
    case nothing
  }

  private enum Change {
    case written(offset: Int, bytes: [UInt8])
    case truncated(Int)
  }

  private struct File {
    var durable: [UInt8] = []
    var pending: [Change] = []
  }

  private enum Renaming {
    case added(String, file: Int)
    case removed(String)
    case moved(String, to: String, file: Int)
  }

  private var files: [File] = []
  /// Made since the record began, and not yet on disk in the folder above.
  private var pendingFolders: Set<String> = []
  /// As the running system sees them.
  private var names: [String: Int] = [:]
  private var durableNames: [String: Int] = [:]
  /// By folder, in order.
  private var pendingNames: [String: [Renaming]] = [:]

  /// Writes that a file's disk may still lose.
  func hasPending(at path: String) -> Bool { names[path].map { !files[$0].pending.isEmpty } ?? false }

  /// Something was done.
  mutating func apply(_ event: DiskRecord.Event) {
    switch event {
    case .created(let path):
      names[path] = files.count
      pendingNames[Self.folder(of: path), default: []].append(.added(path, file: files.count))
      files.append(File())
    case .written(let path, let offset, let bytes): change(path, .written(offset: offset, bytes: bytes))
    case .truncated(let path, let length): change(path, .truncated(length))
    case .synced(let path): sync(path)
    case .renamed(let path, let target):
      guard let file = names.removeValue(forKey: path) else { return }
      names[target] = file
      pendingNames[Self.folder(of: target), default: []].append(.moved(path, to: target, file: file))
    case .unlinked(let path):
      names[path] = nil
      pendingNames[Self.folder(of: path), default: []].append(.removed(path))
    case .madeFolder(let path): pendingFolders.insert(path)
    case .told: break
    }
  }

  private mutating func change(_ path: String, _ change: Change) {
    guard let file = names[path] else { return }
    files[file].pending.append(change)
  }

  private mutating func sync(_ path: String) {
    if let file = names[path] {
      for change in files[file].pending { Self.apply(change, to: &files[file].durable) }
      files[file].pending = []
    } else {
      for renaming in pendingNames[path] ?? [] { Self.apply(renaming, to: &durableNames) }
      pendingNames[path] = nil
      pendingFolders = pendingFolders.filter { Self.folder(of: $0) != path }
    }
  }

  private static func apply(_ change: Change, to content: inout [UInt8]) {
    switch change {
    case .written(let offset, let bytes):
      grow(&content, to: offset + bytes.count)
      content.replaceSubrange(offset..<offset + bytes.count, with: bytes)
    case .truncated(let length):
      grow(&content, to: length)
      content.removeLast(content.count - length)
    }
  }

  private static func grow(_ content: inout [UInt8], to length: Int) {
    if content.count < length { content += [UInt8](repeating: 0, count: length - content.count) }
  }

  private static func apply(_ renaming: Renaming, to names: inout [String: Int]) {
    switch renaming {
    case .added(let path, let file): names[path] = file
    case .removed(let path): names[path] = nil
    case .moved(let path, let target, let file):
      names[path] = nil
      names[target] = file
    }
  }

  private static func folder(of path: String) -> String {
    URL(fileURLWithPath: path).deletingLastPathComponent().path
  }
}

extension CrashDisk {
  /// The files as one loss of power leaves them, by path.
  func image(_ loss: Loss, using chance: inout Chance) -> [String: [UInt8]] {
    switch loss {
    case .everything:
      return durableNames.filter { isReachable($0.key) }.mapValues { files[$0].durable }
    case .nothing: return names.mapValues { whole(files[$0]) }
    case .sectors(let size):
      var kept = durableNames
      for (_, renamings) in pendingNames.sorted(by: { $0.key < $1.key }) {
        for renaming in renamings.prefix(Int.random(in: 0...renamings.count, using: &chance)) {
          Self.apply(renaming, to: &kept)
        }
      }
      return Dictionary(
        uniqueKeysWithValues: kept.sorted { $0.key < $1.key }.map {
          ($0.key, torn(files[$0.value], by: size, using: &chance))
        })
    }
  }

  /// A file is lost with the folder that holds it.
  private func isReachable(_ path: String) -> Bool {
    !pendingFolders.contains { path.hasPrefix($0 + "/") }
  }

  private func whole(_ file: File) -> [UInt8] {
    var content = file.durable
    for change in file.pending { Self.apply(change, to: &content) }
    return content
  }

  private func torn(_ file: File, by size: Int, using chance: inout Chance) -> [UInt8] {
    var content = file.durable
    for change in file.pending {
      guard case .written(let offset, let bytes) = change else {
        if Bool.random(using: &chance) { Self.apply(change, to: &content) }
        continue
      }
      var at = offset
      while at < offset + bytes.count {
        let end = min((at / size + 1) * size, offset + bytes.count)
        if Bool.random(using: &chance) {
          Self.apply(.written(offset: at, bytes: Array(bytes[at - offset..<end - offset])), to: &content)
        }
        at = end
      }
    }
    return content
  }
}
