import Domain
import Foundation
import GRDB
import Testing

@testable import Store

/// A real database in a folder of its own, removed with it.
final class ScratchStore: Sendable {
  let path: String
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("store-tests-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    path = folder.appendingPathComponent("record.sqlite").path
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func open(keys: KeyRing? = nil) throws -> Store {
    try Store(path: path, keys: try keys ?? Sample.keys(1))
  }

  /// Opens it for `work` and closes it afterwards, whatever happens.
  static func with(_ work: (Store) async throws -> Void) async throws {
    let scratch = try ScratchStore()
    let store = try scratch.open()
    do {
      try await work(store)
      try store.close()
    } catch {
      try? store.close()
      throw error
    }
  }
}

extension Store {
  /// Applies changes and queues emails, with nothing to decide.
  func apply(_ changes: [Change] = [], emails: [NewEmail] = []) async throws {
    try await perform { _ in
    } decide: {
      Decision((), changes: changes, emails: emails)
    }
  }

  /// Members numbered so, who joined together.
  func join(_ numbers: some Sequence<Int>, wait: StatedWait? = nil, timeZone: String? = nil) async throws {
    try await apply(try numbers.map { try Sample.joining($0, wait: wait, timeZone: timeZone) })
  }

  func entry(_ number: Int) async throws -> OutboxEntry {
    try await entry(Sample.emailID(number))
  }

  func entry(_ id: OutboxEntry.ID) async throws -> OutboxEntry {
    try #require(try await read { try $0.email(id) })
  }

  /// The one integer that `sql` asks for.
  func number(_ sql: String) async throws -> Int {
    try #require(try await pool.read { try Int.fetchOne($0, sql: sql) })
  }

  /// The rows of `sql`, each as its texts with bars between them.
  func texts(_ sql: String) async throws -> [String] {
    try await pool.read { database in
      try Row.fetchAll(database, sql: sql).map { row in
        row.databaseValues.map { String.fromDatabaseValue($0) ?? "\($0)" }.joined(separator: "|")
      }
    }
  }
}
