import Domain
import Foundation

/// The photos of members: files beside the database, each named by the SHA-256 of its bytes.
public struct PhotoFolder: Sendable {
  /// The folder, made when the first photo is kept.
  public let path: String

  /// The folder beside a database.
  public init(beside database: String) {
    path = URL(fileURLWithPath: database).deletingLastPathComponent().appendingPathComponent("photos").path
  }

  /// Whether `name` is one that a photo may have: 64 lower-case hexadecimal digits, and so never a way out of the folder.
  public static func isName(_ name: String) -> Bool {
    name.utf8.count == 64 && name.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  }

  /// Keeps the bytes of a JPEG and returns the name. On disk when it returns; whenever the power fails, a name stands for all
  /// of its bytes. Throws what the disk has against it.
  public func keep(_ bytes: [UInt8]) throws(StorageFault) -> String {
    let name = SecretDigest(ofBytes: bytes).text
    let draft = "\(path)/\(name).draft"
    if mkdir(path, 0o700) == 0 {
      try sync(folder: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    } else if errno != EEXIST {
      throw fault("mkdir")
    }
    do throws(StorageFault) {
      try write(bytes, to: draft)
      guard rename(draft, file(name)) == 0 else { throw fault("rename") }
    } catch {
      unlink(draft)
      throw error
    }
    try sync(folder: path)
    return name
  }

  /// The bytes of a photo, or nil when there is none of that name.
  public func read(_ name: String) -> [UInt8]? {
    guard Self.isName(name) else { return nil }
    return (try? Data(contentsOf: URL(fileURLWithPath: file(name)))).map(Array.init)
  }

  /// Removes a photo; one that is not there is not missed.
  public func remove(_ name: String) {
    if Self.isName(name) { unlink(file(name)) }
  }

  /// Removes the files that nobody has, which a crash may leave behind: those last changed before a moment, so that a photo on
  /// its way to the record stays. Returns how many went.
  @discardableResult
  public func sweep(keeping names: Set<String>, unchangedSince moment: Date) -> Int {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    var removed = 0
    for entry in files where !(entry.hasSuffix(".jpg") && names.contains(String(entry.dropLast(4)))) {
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(entry)")
      guard let changed = attributes?[.modificationDate] as? Date, changed < moment else { continue }
      if unlink("\(path)/\(entry)") == 0 { removed += 1 }
    }
    return removed
  }

  private func file(_ name: String) -> String { "\(path)/\(name).jpg" }

  private func write(_ bytes: [UInt8], to path: String) throws(StorageFault) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw fault("open") }
    defer { close(file) }
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.write(file, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      guard count >= 0 || errno == EINTR else { throw fault("write") }
      written += max(count, 0)
    }
    guard fsync(file) == 0 else { throw fault("fsync") }
  }

  /// Makes the names in a folder durable.
  private func sync(folder: String) throws(StorageFault) {
    let file = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard file >= 0 else { throw fault("open") }
    defer { close(file) }
    guard fsync(file) == 0 else { throw fault("fsync") }
  }

  /// What `errno` says of the disk. A photo that did not reach it is named by nothing, so not even that ends the daemon.
  private func fault(_ call: String) -> StorageFault {
    let kind: StorageFault.Kind =
      switch errno {
      case ENOSPC, EDQUOT: .full
      case EACCES, EPERM, EROFS: .refused
      default: .failing
      }
    return StorageFault(kind, path: path, reason: "\(call): \(String(cString: strerror(errno)))")
  }
}
