import Foundation
import Testing

/// A site of its own for one test: state, keys, configuration, an address, and the commands to work with it.
struct Installation: Sendable {
  let scratch: Scratch
  /// `http://127.0.0.1:…`
  let url: String
  let configuration: String

  /// Writes the configuration; `mail` holds the lines below `mail:` that say how mail leaves.
  init(in scratch: Scratch, mail: String) throws {
    let port = try FreePort.find()
    self.scratch = scratch
    url = "http://127.0.0.1:\(port)"
    let indented = mail.split(separator: "\n").map { "  \($0)" }.joined(separator: "\n")
    configuration = try scratch.write(
      "helplink.yaml",
      """
      site:
        url: \(url)
        name: Help Link
        time-zone: Australia/Sydney
        operator:
          name: Help Link Pty Ltd
          contact: operator@example.org
      state: \(scratch.path("state"))
      http:
        listen: 127.0.0.1:\(port)
      mail:
        from: help@example.org
      \(indented)

      """)
  }

  /// An installation whose mail goes into the folder `mail`.
  static func delivering(into folder: String = "mail", in scratch: Scratch) throws -> Installation {
    try Installation(in: scratch, mail: "transport: maildir\nmaildir: \(scratch.path(folder))")
  }

  /// Where its mail goes.
  var maildir: Maildir { Maildir(folder: scratch.folder.appendingPathComponent("mail")) }

  /// Runs a command to its end.
  func command(_ arguments: String...) async throws -> Program.Ended {
    try await Program.run(try Binary.path(), arguments + ["--config", configuration], in: scratch)
  }

  /// The same for arguments that are in a table.
  func command(_ arguments: [String]) async throws -> Program.Ended {
    try await Program.run(try Binary.path(), arguments + ["--config", configuration], in: scratch)
  }

  /// The facts that a command prints.
  func facts<Facts: Decodable>(_ type: Facts.Type = Facts.self, _ arguments: String...) async throws -> Facts
  {
    let ended = try await Program.run(
      try Binary.path(), arguments + ["--json", "--config", configuration], in: scratch)
    guard ended.code == 0 else {
      throw GaveUp(description: "\(arguments) ended with \(ended.code): \(ended.errors)")
    }
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return try decoder.decode(Facts.self, from: Data(ended.output.utf8))
  }

  /// Imports the practitioners of the fixture.
  func importPractitioners() async throws {
    let file = Binary.fixtures.appendingPathComponent("practitioners.jsonl").path
    let ended = try await command("members", "import", file)
    try #require(ended.code == 0, "\(ended.output)\n\(ended.errors)")
  }

  /// Imports a colleague in the middle of Perth, who has an area in common with the fixture's there.
  func importNeighbour() async throws {
    let file = try scratch.write(
      "neighbour.jsonl",
      """
      {"name": "Nora Lindqvist", "email": "nora.lindqvist@example.com", "profession": "psychologist", \
      "registration": "PSY9900000099", "bio": "Unhurried.", "areas": ["grief-loss"], "modalities": ["act"], \
      "age_groups": ["adult"], "modes": ["in-person"], "funding": ["private"], "languages": ["en"], \
      "locations": [{"postcode": "6000", "locality": "Perth", "state": "WA"}], "waiting_period": "2-weeks", \
      "confirmed_at": "2026-09-02T01:20:00Z", "accepting_new_clients": true}
      """)
    let ended = try await command("members", "import", file)
    try #require(ended.code == 0, "\(ended.output)\n\(ended.errors)")
  }

  /// Starts the daemon and waits until it says that it is ready.
  func serve(environment: [String: String] = [:]) async throws -> Program {
    let daemon = try start(environment: environment)
    _ = try await eventually("the daemon to be ready") {
      guard daemon.isRunning else {
        throw GaveUp(description: "the daemon ended: \(daemon.output)\n\(daemon.errors)")
      }
      return (try? await Visitor.get("\(url)/readyz"))?.status == 200 ? true : nil
    }
    return daemon
  }

  /// Starts the daemon, ready or not.
  func start(environment: [String: String] = [:]) throws -> Program {
    try Program(
      try Binary.path(), ["serve", "--config", configuration], environment: environment, in: scratch)
  }

  /// Adds keys of the top level to the configuration.
  func configure(_ lines: String) throws {
    let text = try String(contentsOfFile: configuration, encoding: .utf8)
    try (text + lines + "\n").write(toFile: configuration, atomically: true, encoding: .utf8)
  }

  /// The database's file.
  var database: String { scratch.path("state/helplink.sqlite") }

  /// Sends this month's round, and waits until all of it has left; its reminders are not due for a week.
  func sendRound() async throws {
    let ended = try await command("schedule", "run", "waiting-period")
    try #require(ended.code == 0, "\(ended.errors)")
    _ = try await eventually("the round to leave") {
      try await queue().allSatisfy { $0.state == "sent" || $0.kind == "waiting-period-reminder" } ? true : nil
    }
  }
}
