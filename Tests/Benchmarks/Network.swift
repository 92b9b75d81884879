import Domain
import Foundation
import GRDB

/// A network of our own to be measured: a state folder, a configuration, and the release binary.
final class Network {
  let folder: URL
  let port: Int
  private let binary: String
  private(set) var daemon: Child?

  var url: String { "http://127.0.0.1:\(port)" }
  private var state: URL { folder.appendingPathComponent("state") }
  /// Its database's file.
  var database: String { state.appendingPathComponent("helplink.sqlite").path }
  private var configuration: String { folder.appendingPathComponent("helplink.yaml").path }

  init(binary: String, folder: URL, port: Int, relay: Int) throws {
    self.binary = binary
    self.folder = folder
    self.port = port
    // What an earlier run left here was asked already this month.
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let yaml = """
      site: {url: "http://127.0.0.1:\(port)", name: Bench, time-zone: Australia/Sydney,
        operator: {name: Bench Pty Ltd, contact: operator@example.org}}
      state: \(state.path)
      http: {listen: "127.0.0.1:\(port)"}
      mail:
        from: help@example.org
        transport: smtp
        smtp: {url: "smtp://127.0.0.1:\(relay)", tls: none, connections: 8}

      """
    try Data(yaml.utf8).write(to: URL(fileURLWithPath: configuration))
  }

  @discardableResult
  func command(_ arguments: String...) throws -> String {
    try Child.run([binary] + arguments + ["--config", configuration], in: folder)
  }

  /// Keeps the state as it is, to begin from it again.
  func keep(as name: String) throws {
    try? FileManager.default.removeItem(at: folder.appendingPathComponent(name))
    try FileManager.default.copyItem(at: state, to: folder.appendingPathComponent(name))
  }

  /// Puts a state that was kept in the place of the present one; as a copy it must be told that it may send.
  func restore(_ name: String) throws {
    try? FileManager.default.removeItem(at: state)
    try FileManager.default.copyItem(at: folder.appendingPathComponent(name), to: state)
    try command("queue", "release", "--fence")
  }

  /// Starts the daemon and waits until it listens; returns the seconds that took.
  @discardableResult
  func start() throws -> Double {
    let begin = Date()
    let child = try Child([binary, "serve", "--config", configuration], in: folder, name: "helplink")
    daemon = child
    try child.wait("the daemon listens", seconds: 60) { child.text.contains(" listening ") ? true : nil }
    return Date().timeIntervalSince(begin)
  }

  func stop(_ signal: Int32 = SIGTERM) {
    daemon?.end(signal)
    if let output = daemon?.output { try? FileManager.default.removeItem(at: output) }
    daemon = nil
  }

  /// Sends this month's round to those who were not asked yet; returns the seconds until the last reply.
  func sendRound() throws -> Double {
    guard let daemon else { throw BenchmarkFailure("no daemon runs") }
    let before = daemon.emptied
    let begin = Date()
    try command("schedule", "run", "waiting-period")
    try daemon.wait("the round to leave") { daemon.emptied > before ? true : nil }
    return Date().timeIntervalSince(begin)
  }

  /// MiB in memory: at present, or at the most since `forgetPeak`.
  func memory(peak: Bool) throws -> Double {
    let status = try String(contentsOfFile: "/proc/\(daemon?.number ?? 0)/status", encoding: .utf8)
    let name = peak ? "VmHWM:" : "VmRSS:"
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) } ?? ""
    return (Double(line.filter(\.isNumber)) ?? 0) / 1_024
  }

  /// From now on the peak counts anew (proc(5), clear_refs).
  func forgetPeak() throws {
    try Data("5".utf8).write(to: URL(fileURLWithPath: "/proc/\(daemon?.number ?? 0)/clear_refs"))
  }

  /// The paths of buttons of emails that were queued, so many at the most: what members would find in their mail.
  func buttons(_ count: Int, skipping: Int = 0) throws -> [String] {
    let ring = try String(contentsOf: state.appendingPathComponent("keys/ring"), encoding: .utf8)
    let words = ring.split(whereSeparator: \.isWhitespace)
    guard words.count >= 2, let id = UInt8(words[0]), let key = Hexadecimal.decode(words[1]),
      let keys = KeyRing([id: key])
    else { throw BenchmarkFailure("the key ring cannot be read") }
    let sql = "SELECT id FROM outbox WHERE kind = 'waiting-period' ORDER BY id LIMIT ? OFFSET ?"
    let ids = try read { try String.fetchAll($0, sql: sql, arguments: [count, skipping]) }
    return ids.compactMap { OutboxEntry.ID($0) }.map {
      "/w/"
        + keys.seal(
          LinkToken(
            .waitingPeriod, subject: $0, choice: UInt8(WaitingPeriod.now.rank), expiresAt: Date() + 86_400))
    }
  }

  /// How many answers are on record.
  func answers() throws -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM wait_answer") } ?? 0
  }

  /// Emails that have not left yet.
  func waiting() throws -> Int {
    let sql =
      "SELECT count(*) FROM outbox WHERE kind = 'digest' AND state IN ('queued', 'claimed', 'sending')"
    return try read { try Int.fetchOne($0, sql: sql) } ?? 0
  }

  /// The cookie of a member who is signed in. To be called while no daemon runs.
  func signIn() throws -> String {
    let secret = "a-secret-of-the-benchmark"
    let queue = try DatabaseQueue(path: state.appendingPathComponent("helplink.sqlite").path)
    try queue.write { database in
      let member = try String.fetchOne(database, sql: "SELECT id FROM practitioner ORDER BY id LIMIT 1")
      let now = Int64(Date().timeIntervalSince1970 * 1_000)
      try database.execute(
        sql:
          "INSERT INTO session (digest, practitioner_id, opened_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?)",
        arguments: [SecretDigest(of: secret).text, member, now, now, now + 86_400_000])
    }
    try queue.close()
    return "session=\(secret)"
  }

  private func read<Value>(_ work: (Database) throws -> Value) throws -> Value {
    var configuration = GRDB.Configuration()
    configuration.readonly = true
    let queue = try DatabaseQueue(
      path: state.appendingPathComponent("helplink.sqlite").path, configuration: configuration)
    return try queue.read(work)
  }
}

extension Child {
  /// How often the outbox was emptied.
  var emptied: Int { text.components(separatedBy: "outbox emptied").count - 1 }
}
