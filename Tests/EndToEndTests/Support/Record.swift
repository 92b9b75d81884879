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

extension Record {
  /// The emails in one of these states, looked up while a daemon runs.
  static func emails(in path: String, states: [String]) async throws -> Set<String> {
    let list = states.map { "'\($0)'" }.joined(separator: ", ")
    return Set(try await texts("SELECT id FROM outbox WHERE state IN (\(list))", in: path))
  }

  /// The texts of one column, looked up while a daemon runs.
  static func texts(_ sql: String, in path: String) async throws -> [String] {
    var configuration = Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let texts = try await queue.read { try String.fetchAll($0, sql: sql) }
    try queue.close()
    return texts
  }
}
