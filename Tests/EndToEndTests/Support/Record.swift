import GRDB

/// The database of a daemon, looked at or held from outside as no command would.
enum Record {
  /// Runs a statement while no daemon does.
  static func execute(_ sql: String, in path: String) async throws {
    let queue = try DatabaseQueue(path: path)
    try await queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }
}
