import GRDB

/// The database of a daemon, looked at or held from outside as no command would.
enum Record {
  /// Runs a statement while no daemon does.
  static func execute(_ sql: String, in path: String) async throws {
    let queue = try DatabaseQueue(path: path)
    try await queue.write { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// Takes the right to write, as a backup program gone wrong might, until it is given back.
  static func hold(_ path: String) async throws -> () async throws -> Void {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    configuration.busyMode = .timeout(20)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    try await queue.writeWithoutTransaction { try $0.execute(sql: "BEGIN IMMEDIATE") }
    return {
      try await queue.writeWithoutTransaction { try $0.execute(sql: "ROLLBACK") }
      try queue.close()
    }
  }
}
