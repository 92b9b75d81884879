import Foundation
import Store

/// The folder that holds what must last: the database, its lock, the keys.
struct StateFolder {
  let path: String

  /// The folder, made (0700) when there is none. Only its owner may work in it: root would leave files behind that the
  /// daemon cannot write.
  init(_ path: String) throws {
    self.path = path
    try Self.make(path)
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let owner = (attributes[.ownerAccountID] as? NSNumber)?.uint32Value
    guard owner == geteuid() else {
      let name = attributes[.ownerAccountName] as? String ?? "another user"
      throw Failure("\(path) belongs to \(name); run this command as that user (sudo -u \(name) helplink …)")
    }
  }

  /// Makes a folder that only its owner can look into.
  static func make(_ path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { return }
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch { throw Failure("the folder \(path) cannot be made: \(error.localizedDescription)") }
  }

  /// Opens the record; its lock lives as long as the answer does.
  func openStore() throws -> (store: Store, lock: StateLock)? {
    guard let lock = try StateLock(folder: path) else { return nil }
    do { return (try Store(path: path + "/helplink.sqlite"), lock) } catch let error as StoreError {
      throw Failure(error.description)
    } catch { throw Failure("\(path)/helplink.sqlite cannot be opened: \(error)") }
  }
}
