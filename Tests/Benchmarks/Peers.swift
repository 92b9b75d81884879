import Foundation
import GRDB

/// smtp-sink, which takes everything and keeps nothing.
struct SMTPSink {
  let port: Int
  private let child: Child

  init(port: Int, in folder: URL) throws {
    self.port = port
    // It will not run as root.
    let user = geteuid() == 0 ? ["-u", "nobody"] : []
    child = try Child(["smtp-sink"] + user + ["127.0.0.1:\(port)", "1000"], in: folder, name: "smtp-sink")
    usleep(300_000)
  }

  func stop() { child.end() }
}

/// Programs that show what the machine allows.
enum Limit {
  /// Messages a second that smtp-source hands to a sink over eight connections which stay open.
  static func smtpSource(messages: Int, octets: Int, port: Int, in folder: URL) throws -> Double {
    let begin = Date()
    try Child.run(
      [
        "smtp-source", "-d", "-s", "8", "-m", "\(messages)", "-l", "\(octets)", "-f", "a@example.com", "-t",
        "b@example.com", "127.0.0.1:\(port)",
      ], in: folder)
    return Double(messages) / Date().timeIntervalSince(begin)
  }

  /// Commits a second of one row each, with a sync before each returns: SQLite and nothing else.
  static func commits(seconds: Double, in folder: URL) throws -> Double {
    let path = folder.appendingPathComponent("commits.sqlite").path
    for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
    var configuration = GRDB.Configuration()
    configuration.journalMode = .wal
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.writeWithoutTransaction { database in
      try database.execute(
        sql:
          "PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, v INTEGER); INSERT INTO t VALUES (1, 0)"
      )
      let statement = try database.makeStatement(sql: "UPDATE t SET v = v + 1 WHERE id = 1")
      let begin = Date()
      var count = 0
      while Date().timeIntervalSince(begin) < seconds {
        try statement.execute()
        count += 1
      }
      return Double(count) / Date().timeIntervalSince(begin)
    }
  }

  /// nginx with one file to serve.
  static func nginx(page: Data, port: Int, in folder: URL) throws -> Child {
    let root = folder.appendingPathComponent("nginx")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    try page.write(to: root.appendingPathComponent("listings"))
    // Its workers are nobody's when root starts it, and read only what all may.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: root.path)
    let text = """
      daemon off; worker_processes 2; pid \(root.path)/pid; error_log stderr;
      events { worker_connections 512; }
      http {
        access_log off; default_type text/html; sendfile on; tcp_nodelay on; keepalive_requests 1000000;
        client_body_temp_path \(root.path)/b; proxy_temp_path \(root.path)/p; fastcgi_temp_path \(root.path)/f;
        uwsgi_temp_path \(root.path)/u; scgi_temp_path \(root.path)/s;
        server { listen 127.0.0.1:\(port); root \(root.path); }
      }

      """
    let file = root.appendingPathComponent("nginx.conf")
    try Data(text.utf8).write(to: file)
    let child = try Child(["nginx", "-c", file.path], in: root, name: "nginx")
    usleep(500_000)
    return child
  }
}

/// wrk on two threads and so many connections.
struct Load: Decodable {
  let requests: Int
  let seconds: Double
  let errors: Int

  var rate: Double { Double(requests) / seconds }

  /// Asks for `paths` in turn, each once before any comes again.
  static func run(
    _ url: String, paths: [String], post: String? = nil, cookie: String? = nil, connections: Int,
    seconds: Int,
    in folder: URL
  ) throws -> Load {
    let list = folder.appendingPathComponent("paths")
    try Data(paths.joined(separator: "\n").utf8).write(to: list)
    let script = folder.appendingPathComponent("load.lua")
    try Data(lua.utf8).write(to: script)
    let text = try Child.run(
      ["wrk", "-t2", "-c\(connections)", "-d\(seconds)s", "-s", script.path, url], in: folder,
      environment: ["BENCH_PATHS": list.path, "BENCH_BODY": post ?? "", "BENCH_COOKIE": cookie ?? ""])
    guard let line = text.split(separator: "\n").last else { throw BenchmarkFailure("wrk said nothing") }
    return try JSONDecoder().decode(Load.self, from: Data(line.utf8))
  }

  private static let lua = """
    local paths, threads, turn = {}, 0, 0
    for line in io.lines(os.getenv("BENCH_PATHS")) do paths[#paths + 1] = line end
    local body, cookie = os.getenv("BENCH_BODY"), os.getenv("BENCH_COOKIE")
    local headers = {}
    if cookie ~= "" then headers["Cookie"] = cookie end
    if body ~= "" then headers["Content-Type"] = "application/x-www-form-urlencoded" end
    function setup(thread) thread:set("number", threads); threads = threads + 1 end
    function request()
      local path = paths[(number + turn * 2) % #paths + 1]
      turn = turn + 1
      if body == "" then return wrk.format("GET", path, headers) end
      return wrk.format("POST", path, headers, body)
    end
    function done(summary, latency)
      local e = summary.errors
      io.write(string.format('\\n{"requests": %d, "seconds": %.4f, "errors": %d}\\n', summary.requests,
        summary.duration / 1e6, e.connect + e.read + e.write + e.status + e.timeout))
    end

    """
}

/// The same job in Django, where it is at hand: a folder with a `run.sh` that appends a line of JSON for each result.
struct DjangoPeer {
  let folder: String
  let work: URL

  private struct Line: Decodable {
    let scenario: String
    let value: Double
  }

  /// The best that each of its variants reached, by the start of their names.
  func run(_ scenarios: [String]) throws -> [String: Double] {
    let text = try Child.run(
      [folder + "/run.sh"] + scenarios, in: work, environment: ["WORK": work.path])
    var best: [String: Double] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("{") {
      let result = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      for scenario in scenarios
      where result.scenario.hasPrefix(scenario) && !result.scenario.contains("limit") {
        // What a user would build: with a queue, and every listing looked up.
        guard !result.scenario.contains("plain") else { continue }
        best[scenario] = max(best[scenario] ?? 0, result.value)
      }
    }
    return best
  }
}
