import Foundation
import Testing

#if canImport(Glibc)
  import Glibc
#endif

/// A sync that fails leaves in doubt what the disk holds: the daemon says nothing more, ends, and begins anew with what is
/// there.
@Suite(.timeLimit(.minutes(5)))
struct DiskSyncFailureTests {
  private static let clicker = "thao.nguyen@example.com"

  @Test func `a sync that fails ends the daemon in one line, and what was acknowledged is there afterwards`()
    async throws
  {
    try await Scratch.using { scratch in
      let (site, disk, daemon) = try await Installation.onFaultyDisk(in: scratch)
      let other = try await site.button("No wait", of: "mei.chan@example.com")
      #expect(try await Visitor.post(other, form: ["waiting-period": "now"]).status == 303)
      let link = try await site.button("Within a month", of: Self.clicker)
      try disk.fail(.sync, with: EIO, at: "helplink.sqlite-wal")
      let status = try? await Visitor.post(link, form: ["waiting-period": "1-month"]).status
      #expect(status == nil || status == 503)
      let ended = try await daemon.ended(within: .seconds(20))
      #expect(ended.code == 1)
      let line = "stopped: \(site.database): the disk did not keep what was written"
      #expect(ended.errors.split(separator: "\n").last?.hasPrefix(line) == true, "\(ended.errors)")
      #expect(daemon.count("nothing is saved and nothing is sent") == 1)

      // As long as the disk is like that, every start ends the same way: where the log is written again, or with the first commit
      // when all of it is in the database.
      let again = try await site.start(environment: try disk.environment()).ended()
      #expect(again.code == 1)
      #expect(again.errors.count { $0 == "\n" } == 1)
      #expect(
        again.errors.contains(/helplink\.sqlite(-wal)?: the disk did not keep what was written/),
        "\(again.errors)")

      try disk.heal()
      _ = try await site.serve(environment: try disk.environment())
      #expect(try await site.member("mei.chan@example.com").waitingPeriod == "now")
      let answer = try await Visitor.post(link, form: ["waiting-period": "1-month"])
      #expect(answer.status == 303)
      #expect(try await site.member(Self.clicker).waitingPeriod == "1-month")
    }
  }

  /// What a failed sync left in memory as clean, and not on disk, is written again before anything is built upon it.
  @Test func `what is left of the log is written and synced again before it is used`() async throws {
    try await Scratch.using { scratch in
      let (site, disk, daemon) = try await Installation.onFaultyDisk(in: scratch)
      kill(daemon.number, SIGKILL)
      _ = try await daemon.ended()
      let log = try Data(contentsOf: URL(fileURLWithPath: site.database + "-wal"))
      #expect(!log.isEmpty)
      _ = try await site.serve(environment: try disk.environment(recording: true))
      var written: [UInt8] = []
      events: for event in try disk.record().events {
        switch event {
        case .written(let path, let offset, let bytes) where path.hasSuffix("-wal"):
          #expect(offset == written.count)
          written += bytes
        case .synced(let path) where path.hasSuffix("-wal"): break events
        case .written(let path, _, _) where path.hasSuffix("helplink.sqlite"):
          Issue.record("the database was written before its log was safe")
        default: continue
        }
      }
      #expect(Data(written) == log)
    }
  }

  @Test func `a sync that fails in the midst of a round doubles what was on its way, and loses nobody`()
    async throws
  {
    try await Scratch.using { scratch in
      // Ten a second: whatever the machine, the round is not over when it has been queued.
      let site = try Installation(
        in: scratch, mail: "transport: maildir\nmaildir: \(scratch.path("mail"))\nrate: 600")
      let disk = FaultyDisk(in: scratch)
      let file = try site.moreMembers("more", count: 20)
      #expect(try await site.command("members", "import", file).code == 0)
      let daemon = try await site.serve(environment: try disk.environment())
      #expect(try await site.command("schedule", "run", "waiting-period").code == 0)
      _ = try await eventually("the round to be on its way") {
        try site.maildir.messages().count > 10 ? true : nil
      }
      try disk.fail(.sync, with: EIO, at: "helplink.sqlite-wal")
      #expect(try await daemon.ended(within: .seconds(20)).code == 1)
      try disk.heal()
      _ = try await site.serve(environment: try disk.environment())
      _ = try await eventually("the rest to leave", within: .seconds(90)) {
        let outbox = try await site.status().facts.outbox
        return outbox["sent", default: 0] + outbox["uncertain", default: 0] == 240 ? true : nil
      }
      let uncertain = try await site.status().facts.outbox["uncertain", default: 0]
      let messages = try site.maildir.messages()
      #expect(Set(messages.compactMap { $0.header("To") }).count >= 240 - uncertain)
      // One connection has two on its way at the most; these wait to be sent once more, and are listed.
      #expect(uncertain <= 2)
      #expect(messages.count <= 240)
    }
  }
}
