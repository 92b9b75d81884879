import Foundation
import Testing

/// A database that was copied or restored sends nothing until the operator says that it may.
@Suite(.timeLimit(.minutes(5)))
struct FenceTests {
  /// What happened to the file while nothing ran.
  enum Restore: String, CaseIterable, Sendable {
    /// A copy in its place: another inode.
    case copied
    /// The bytes of an older backup written into the same file.
    case older
    /// The marks of another machine.
    case moved
  }

  @Test(arguments: Restore.allCases)
  func `a restored database is fenced, says so, and sends once it is released`(restore: Restore) async throws
  {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      try await site.stopAfter { try await site.sendRound() }
      let backup = try Data(contentsOf: URL(fileURLWithPath: site.database))
      // Something is sent after the backup was made.
      try await site.moreMembers()
      try await site.stopAfter { try await site.sendRound() }
      try await site.apply(restore, backup: backup)
      let before = try site.maildir.messages().count

      let daemon = try await site.serve()
      let (facts, ended) = try await site.status()
      #expect(facts.fence.hasPrefix("closed: "))
      #expect(!facts.isWell && ended.code == 1)
      #expect(ended.errors.contains("helplink queue release --fence"))
      #expect(daemon.errors.contains("nothing is sent: the fence is closed"))
      try await site.moreMembers()
      #expect(try await site.command("schedule", "run", "waiting-period").code == 0)
      _ = try await site.settledWriteTransactions()
      #expect(try site.maildir.messages().count == before)

      #expect(try await site.command("queue", "release").code == 64)
      let released = try await site.command("queue", "release", "--fence")
      #expect(released.code == 0, "\(released.errors)")
      #expect(released.output.hasPrefix("released, although the database"))
      _ = try await eventually("the mail to leave") {
        try site.maildir.messages().count > before ? true : nil
      }
      #expect(try await site.status().facts.fence == "open")
      _ = try await daemon.terminate()
      // It stays released.
      _ = try await site.serve()
      #expect(try await site.status().facts.fence == "open")
    }
  }

  @Test func `neither a restart nor a kill while sending closes it`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      for _ in 0..<5 {
        let daemon = try await site.serve()
        try await site.moreMembers()
        _ = try await site.command("schedule", "run", "waiting-period")
        kill(daemon.number, SIGKILL)
        _ = try await daemon.ended()
      }
      _ = try await site.serve()
      #expect(try await site.status().facts.fence == "open")
    }
  }
}

extension Installation {
  /// Runs the daemon for as long as `work` takes.
  fileprivate func stopAfter(_ work: () async throws -> Void) async throws {
    let daemon = try await serve()
    try await work()
    #expect(try await daemon.terminate().code == 0)
  }

  /// Twelve more, who have not been asked this month.
  fileprivate func moreMembers() async throws {
    let fixture = Binary.fixtures.appendingPathComponent("practitioners.jsonl")
    let text = try String(contentsOf: fixture, encoding: .utf8)
    let name = UUID().uuidString.prefix(8).lowercased()
    let file = try scratch.write("more-\(name).jsonl", text.replacing("@", with: ".\(name)@"))
    let ended = try await command("members", "import", file)
    try #require(ended.code == 0, "\(ended.errors)")
  }

  fileprivate func apply(_ restore: FenceTests.Restore, backup: Data) async throws {
    switch restore {
    case .copied:
      let copy = database + ".copy"
      try FileManager.default.copyItem(atPath: database, toPath: copy)
      try FileManager.default.removeItem(atPath: database)
      try FileManager.default.moveItem(atPath: copy, toPath: database)
    case .older:
      let file = try FileHandle(forWritingTo: URL(fileURLWithPath: database))
      try file.write(contentsOf: backup)
      try file.truncate(atOffset: UInt64(backup.count))
      try file.close()
    case .moved:
      try await Record.execute("UPDATE record_marks SET machine = 'another'", in: database)
    }
  }
}
