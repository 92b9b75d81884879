import Foundation
import GRDB
import SMTPPeer
import Synchronization
import Testing

/// `kill -9` at every step: everybody gets the email, and what is doubled was being sent at the kill and is listed.
@Suite(.timeLimit(.minutes(30)))
struct CrashTests {
  /// Kills the process whose number it was told, at the first step of a kind after that.
  private final class Assassin: Sendable {
    private let target = Mutex<Int32?>(nil)
    func aim(at process: Int32) { target.withLock { $0 = process } }
    func strike() {
      let process = target.withLock { target in
        defer { target = nil }
        return target
      }
      if let process { kill(process, SIGKILL) }
    }
  }

  @Test(arguments: [
    Script.Step.greeting, .hello, .mail, .recipient, .data, .body, .end,
  ])
  func `in the conversation with the relay`(step: Script.Step) async throws {
    try await Scratch.using { scratch in
      let assassin = Assassin()
      var script = Script()
      script.watch = { if $0 == step { assassin.strike() } }
      let crash = try CrashSite(in: scratch, script: script)
      try await crash.addMembers(8)
      try await crash.live { daemon in
        assassin.aim(at: daemon.number)
        _ = try await crash.site.command("schedule", "run", "waiting-period")
        _ = try await daemon.ended()
      }
      let listed = try await crash.finish()
      crash.expectEveryoneAsked(listed, "\(step)")
      #expect(listed.count <= 4, "two connections, two emails each")
      #expect(!listed.isEmpty, "something was being sent")
    }
  }

  /// Every commit of a life: its writes, its sync, and what comes after.
  @Test(arguments: ["write", "sync", "synced"])
  func `in the middle of a commit, before its sync and after it`(moment: String) async throws {
    try await Scratch.using { scratch in
      let crash = try CrashSite(in: scratch)
      let disk = FaultyDisk(in: scratch)
      // A commit is a sync and some twenty writes; with real peers every sync is walked.
      let (last, stride) =
        moment == "write" ? (300, RealPeers.areAsked ? 13 : 120) : (24, RealPeers.areAsked ? 1 : 10)
      let steps = Swift.stride(from: 2, through: last, by: stride)
      try await walk(crash, disk, steps.map { "\(moment) \($0)" })
    }
  }

  @Test func `on the first start, when the database is made`() async throws {
    try await Scratch.using { scratch in
      for number in stride(from: 1, through: 9, by: RealPeers.areAsked ? 1 : 4) {
        let crash = try CrashSite(in: scratch)
        let state = scratch.path("state")
        try? FileManager.default.removeItem(atPath: state)
        let disk = FaultyDisk(in: scratch)
        for moment in ["write \(number * 4)", "sync \(number)"] {
          try await crash.live(try disk.environment(kill: moment)) { _ in }
        }
        let daemon = try await crash.site.serve()
        #expect(try await crash.site.status().facts.isWell)
        _ = try await daemon.terminate()
      }
    }
  }

  /// A round whose relay takes 20 ms a message; the daemon is killed at moments of all kinds: starting, queueing, sending,
  /// settling. With real peers 200 times.
  @Test func `at random moments of a round`() async throws {
    try await Scratch.using { scratch in
      var script = Script()
      script.afterBody = .later(.milliseconds(20), "250 2.0.0 taken")
      let crash = try CrashSite(in: scratch, script: script)
      let seed = UInt64.random(in: 0...UInt64.max)
      var chance = Chance(state: seed)
      let kills = RealPeers.areAsked ? 200 : 8
      for number in 0..<kills {
        if number.isMultiple(of: 4) { try await crash.addMembers(120) }
        try await crash.live { daemon in
          if number.isMultiple(of: 4) { try crash.askForRound() }
          try await Task.sleep(for: .milliseconds(Int.random(in: 0...500, using: &chance)))
          #expect(daemon.isRunning, "\(daemon.errors)")
        }
        try await crash.expectWholeRecord("seed \(seed), kill \(number)")
      }
      try await crash.resume()
      let listed = try await crash.finish()
      crash.expectEveryoneAsked(listed, "seed \(seed)")
      let doubled = crash.relay.seen.letters.count - crash.memberCount
      #expect(doubled <= kills * 4, "what was in flight: two for each of two connections")
      print("\(kills) kills, \(crash.memberCount) members, \(listed.count) uncertain, \(doubled) doubled")
    }
  }

  private func walk(_ crash: CrashSite, _ disk: FaultyDisk, _ moments: [String]) async throws {
    for moment in moments {
      try await crash.addMembers(5)
      try await crash.live(try disk.environment(kill: moment)) { daemon in
        guard daemon.isRunning else { return }
        _ = try await crash.site.command("schedule", "run", "waiting-period")
        // It dies on the way, or the step lies beyond the end of the round.
        _ = try await eventually("the end of the round or of the daemon") {
          if !daemon.isRunning { return true }
          let counts = try? await crash.site.status().facts.outbox
          return counts.map { $0["claimed", default: 0] + $0["sending", default: 0] == 0 } ?? false
            ? true : nil
        }
      }
      try await crash.expectWholeRecord(moment)
      try await crash.resume()
      let listed = try await crash.finish()
      crash.expectEveryoneAsked(listed, "killed at \(moment)")
    }
  }
}

extension CrashSite {
  /// What a kill left: a sound database in which nothing is settled that the relay does not have.
  func expectWholeRecord(_ moment: String) async throws {
    guard FileManager.default.fileExists(atPath: site.database) else { return }
    let queue = try DatabaseQueue(path: site.database)
    let (integrity, sent) = try await queue.read { database in
      (
        try String.fetchAll(database, sql: "PRAGMA integrity_check"),
        try String.fetchAll(database, sql: "SELECT id FROM outbox WHERE state = 'sent'")
      )
    }
    try queue.close()
    #expect(integrity == ["ok"], "killed at \(moment)")
    let taken = Set(
      relay.seen.letters.compactMap { $0.messageID.split(separator: "@").first.map(String.init) })
    #expect(Set(sent).isSubset(of: taken), "killed at \(moment)")
  }

  /// The operator asks for the round again, in case the first asking was lost with the daemon.
  func resume() async throws {
    let ended = try await site.command("schedule", "run", "waiting-period")
    try #require(ended.code == 0, "\(ended.errors)")
  }
}
