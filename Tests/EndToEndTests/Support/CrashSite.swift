import Foundation
import SMTPPeer
import Synchronization
import Testing

/// An installation whose daemon is killed again and again, and a relay that counts what it was given.
final class CrashSite: Sendable {
  let site: Installation
  let relay: ScriptedSMTPServer
  private let added = Mutex(0)

  init(in scratch: Scratch, script: Script = Script(), connections: Int = 2) throws {
    relay = try ScriptedSMTPServer(script)
    site = try Installation(
      in: scratch,
      mail: """
        transport: smtp
        smtp: {url: "\(relay.url)", tls: none, connections: \(connections)}
        """)
  }

  /// New members, who have not been asked this month.
  func addMembers(_ count: Int) async throws {
    let first = added.withLock { added in
      defer { added += count }
      return added
    }
    let lines = (first..<first + count).map { number in
      """
      {"name": "Member \(number)", "email": "member\(number)@example.com", "profession": "psychologist", \
      "registration": "PSY\(9_000_000_000 + number)", "bio": "", "areas": [], "modalities": [], "age_groups": [], \
      "modes": ["in-person"], "funding": ["private"], "languages": ["en"], "locations": [{"postcode": "5000", \
      "locality": "Adelaide", "state": "SA"}], "waiting_period": "now", "confirmed_at": "2025-09-02T01:20:00Z", \
      "accepting_new_clients": true}
      """
    }
    let file = try site.scratch.write("members-\(first).jsonl", lines.joined(separator: "\n") + "\n")
    let ended = try await site.command("members", "import", file)
    try #require(ended.code == 0, "\(ended.output) \(ended.errors)")
  }

  /// How many members there are.
  var memberCount: Int { added.withLock { $0 } }

  /// Asks for the round without waiting for an answer, which a daemon that is killed does not give.
  func askForRound() throws {
    _ = try Program(
      try Binary.path(), ["schedule", "run", "waiting-period", "--config", site.configuration],
      in: site.scratch)
  }

  /// Runs a daemon until `life` is over or it dies by itself, then kills it.
  func live(_ environment: [String: String] = [:], _ life: (Program) async throws -> Void) async throws {
    let daemon = try site.start(environment: environment)
    _ = try await eventually("the daemon to be ready or dead") {
      !daemon.isRunning || daemon.errors.contains(" listening ") ? true : nil
    }
    try await life(daemon)
    if daemon.isRunning { kill(daemon.number, SIGKILL) }
    _ = try await daemon.ended()
  }

  /// Lets a daemon finish what was begun, as an operator would: what is uncertain is looked at, and sent again.
  ///
  /// Returns the identifiers of the emails that the operator saw listed as uncertain.
  func finish() async throws -> Set<String> {
    let daemon = try await site.serve()
    // Each takes a command: after 200 kills there are hundreds, and no limit to the time they take but the suite's.
    var listed = try await retryUncertain()
    _ = try await eventually("everybody to have the email", within: .seconds(60)) {
      listed.formUnion(try await retryUncertain())
      let open = try await emails().filter { $0.kind == "waiting-period" && $0.state != "sent" }
      return open.isEmpty ? true : nil
    }
    _ = try await daemon.terminate()
    return listed
  }

  /// Has those that are uncertain sent again, two at a time; returns all that were listed.
  private func retryUncertain() async throws -> Set<String> {
    let listed = try await emails("--state", "uncertain")
    let waiting = listed.filter { $0.state == "uncertain" }.map(\.id)
    let halves = [waiting.prefix(waiting.count / 2), waiting.dropFirst(waiting.count / 2)]
    let site = site
    try await withThrowingTaskGroup(of: Void.self) { group in
      for half in halves {
        group.addTask { for id in half { _ = try await site.command("queue", "retry", id) } }
      }
      try await group.waitForAll()
    }
    return Set(listed.map(\.id))
  }

  private func emails(_ filter: String...) async throws -> [Installation.QueuedEmail] {
    let ended = try await site.command(["queue", "list", "--limit", "100000", "--json"] + filter)
    try #require(ended.code == 0, "\(ended.errors)")
    return try JSONDecoder().decode([Installation.QueuedEmail].self, from: Data(ended.output.utf8))
  }

  /// Every member has the email, and whoever has it twice was listed.
  func expectEveryoneAsked(_ listed: Set<String>, _ comment: Comment) {
    let letters = Dictionary(grouping: relay.seen.letters, by: \.recipient)
    #expect(letters.count == memberCount, comment)
    for (recipient, copies) in letters where copies.count > 1 {
      let ids = Set(copies.map(\.messageID))
      #expect(ids.count == 1, "\(comment): \(recipient) has different messages")
      let id = ids.first?.split(separator: "@").first.map(String.init) ?? ""
      #expect(listed.contains(id), "\(comment): \(recipient) has it twice, and nobody was told")
    }
  }
}
