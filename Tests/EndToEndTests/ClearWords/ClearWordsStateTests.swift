import Foundation
import Testing

@testable import helplink

/// What lasts is not ours, not of this release, not here, or a copy.
@Suite(.timeLimit(.minutes(5)))
struct ClearWordsStateTests {
  private static let everyCommand = ["check", "serve", "status"]

  /// A site whose database is there, and closed.
  private func closed(in scratch: Scratch) async throws -> ClearWords {
    let words = try ClearWords(in: scratch)
    #expect(try await words.say(["members", "list"]).code == 0)
    return words
  }

  private func database(_ scratch: Scratch) -> String { scratch.path("state/helplink.sqlite") }

  @Test func `a database of a newer release is refused in one line, by every command`() async throws {
    try await Scratch.using { scratch in
      let words = try await closed(in: scratch)
      try await Record.execute(
        "INSERT INTO grdb_migrations VALUES ('999-later')", in: database(scratch))
      try await words.expect(
        [
          "@/state/helplink.sqlite was written by a newer helplink; install that version or restore a backup"
        ],
        code: 1, commands: Self.everyCommand)
    }
  }

  @Test func `another program's database is refused, and not an octet of it changes`() async throws {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch)
      try scratch.makeFolder("state", mode: 0o700)
      // Keys that are there, or their absence would be the mistake.
      try scratch.folder("state/keys", with: ["ring": "1 \(String(repeating: "ab", count: 32))\n"])
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: scratch.path("state/keys/ring"))
      try await Record.execute("CREATE TABLE practitioner (x)", in: database(scratch))
      let before = try Data(contentsOf: URL(fileURLWithPath: database(scratch)))
      try await words.expect(
        [
          "@/state/helplink.sqlite is the database of another program; move it away or set state to another folder"
        ],
        code: 1, commands: Self.everyCommand)
      #expect(try Data(contentsOf: URL(fileURLWithPath: database(scratch))) == before)
    }
  }

  @Test func `a copy is told as a warning that says what to do, with a daemon and without`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      try await Record.execute("INSERT INTO record_marks VALUES (1, 'another', 1, 1)", in: site.database)
      let warning =
        "warning: nothing is sent: the database was copied from another machine; when it may send: helplink queue release --fence"
      for runs in [false, true] {
        if runs { _ = try await site.serve() }
        let check = try await site.command("check")
        #expect(check.code == 0, "\(check.errors)")
        #expect(check.output.split(separator: "\n").last.map(String.init) == warning)
        let status = try await site.status()
        #expect(status.ended.code == 1)
        #expect(status.facts.complaints.contains { "warning: " + $0 == warning })
      }
      #expect(try await site.command("queue", "release", "--fence").code == 0)
      #expect(try await !site.command("check").output.contains("warning"))
    }
  }

  @Test func `a state folder of another user is for that user alone, and nothing is made in it`() async throws
  {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch)
      var (folder, owner) = (try scratch.makeFolder("state"), "nobody")
      if Stranger.isRoot {
        try Stranger.give(folder)
      } else {
        (folder, owner) = ("/usr", "root")
        try scratch.write(
          "site.yaml", ClearWords.right(scratch).replacing(scratch.path("state"), with: "/usr"))
      }
      let line = "\(folder) belongs to \(owner); run this command as that user (sudo -u \(owner) helplink …)"
      try await words.expect([words.shortened(line)[0]], code: 1, commands: Self.everyCommand)
      if Stranger.isRoot { #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == []) }
    }
  }

  @Test func `a daemon that holds the lock and does not answer is named`() async throws {
    try await Scratch.using { scratch in
      let words = try await closed(in: scratch)
      let lock = try StateLock(folder: scratch.path("state"), purpose: .daemon)
      #expect(lock != nil)
      let holder = "a helplink daemon (process \(getpid())) owns @/state"
      try await words.expect(
        ["\(holder), and does not answer on @/state/control"], code: 1, commands: ["check"])
      try await words.expect(["\(holder); stop it first"], code: 1, commands: ["serve"])
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `check beside a running daemon finds nothing wrong, and leaves the record alone`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      _ = try await site.serve()
      let before = try await site.settledWriteTransactions()
      let ended = try await site.command("check")
      #expect(ended.code == 0 && ended.errors == "", "\(ended.errors)")
      #expect(try await site.settledWriteTransactions() == before)
    }
  }

  @Test func `a check before the first start makes nothing at all`() async throws {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch)
      try await words.expect([], code: 0, commands: ["check"])
      #expect(!FileManager.default.fileExists(atPath: scratch.path("state")))
      let preview = try await words.say(["emails", "preview", "waiting-period"])
      #expect(preview.code == 0)
      #expect(!FileManager.default.fileExists(atPath: scratch.path("state")))
    }
  }

  @Test func `keys that everybody may read, and a state that is a file, are mistakes of configuration`()
    async throws
  {
    try await Scratch.using { scratch in
      let words = try await closed(in: scratch)
      chmod(scratch.path("state/keys/ring"), 0o644)
      try await words.expect(
        ["@/state/keys/ring may be read by everybody: chmod o-rwx @/state/keys/ring"],
        commands: Self.everyCommand)
      try FileManager.default.removeItem(atPath: scratch.path("state"))
      try scratch.write("state", "")
      try await words.expect(["@/site.yaml:5:8: state: @/state: is a file, not a folder"])
    }
  }
}
