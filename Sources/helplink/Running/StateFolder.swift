import Domain
import Foundation
import Logging
import Mail
import Store

/// The folder that holds what must last: the database, its lock, the keys.
struct StateFolder {
  /// A record that is open, with the lock that says it is ours; the lock lives as long as this does.
  struct Opened: Sendable {
    let store: Store
    let lock: StateLock
  }

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

  /// The database's file.
  var database: String { Self.database(in: path) }

  /// The same for a folder that may not be there yet.
  static func database(in path: String) -> String { path + "/helplink.sqlite" }

  /// Makes a folder that only its owner can look into.
  static func make(_ path: String) throws {
    do throws(DurableFile.Failure) { try DurableFile.makeFolder(path) } catch {
      throw Failure("the folder \(path) cannot be made: \(error)")
    }
  }

  /// Opens the record, or returns nil when another process has its lock.
  func open(for purpose: StateLock.Purpose, keys: KeyRing) throws -> Opened? {
    try StateLock(folder: path, purpose: purpose).map { try open(locked: $0, keys: keys) }
  }

  /// Opens the record whose lock is ours.
  func open(locked lock: StateLock, keys: KeyRing, logger: Logger? = nil) throws -> Opened {
    let storage = logger.map { StorageLog(logger: $0) }
    return try telling {
      let store = try Store(
        path: database, keys: keys,
        observe: { emails in
          for email in emails { logger?.queued(email) }
        }, heard: { storage?.heard($0) })
      return Opened(store: store, lock: lock)
    }
  }

  /// Takes the lock for a daemon and looks for damage, before anything is written. A command that has the lock is waited
  /// for; another daemon is not.
  func lockForDaemon(patience: TimeInterval, logger: Logger) async throws -> StateLock {
    let deadline = Date() + patience
    var hasSaid = false
    while true {
      if let lock = try StateLock(folder: path, purpose: .daemon) {
        try telling { try Store.checkForDamage(path: database) }
        return lock
      }
      let holder = StateLock.holder(folder: path)
      guard holder.purpose != .daemon else {
        throw Failure("\(holder.words) owns \(path); stop it first")
      }
      guard Date() < deadline else {
        throw Failure(
          "\(holder.words) has held \(path) for \(Int(patience)) s; start again when it has ended")
      }
      if !hasSaid { logger.notice("waiting for a command to end", metadata: ["holder": "\(holder.words)"]) }
      hasSaid = true
      try await Task.sleep(for: .milliseconds(100))
    }
  }

  /// What goes wrong with the database, in the words for who started the program.
  private func telling<Value>(_ work: () throws -> Value) throws -> Value {
    do { return try work() } catch let error as StoreError {
      throw Failure(error.description)
    } catch let fault as StorageFault {
      throw Failure(fault.description)
    } catch { throw Failure("\(database) cannot be opened: \(error)") }
  }
}

extension Logger {
  /// The first line of an email's way from decision to reply; each later line names the same identifier.
  fileprivate func queued(_ email: NewEmail) {
    info(
      "queued",
      metadata: [
        "email": "\(email.id)", "kind": "\(email.email.kind.rawValue)", "period": "\(email.period)",
        "due": "\(email.notBefore.formatted(.iso8601))",
      ])
  }
}
