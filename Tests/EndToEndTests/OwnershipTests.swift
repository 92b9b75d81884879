import Domain
import Foundation
import Logging
import Testing

@testable import helplink

/// One process owns the record; everybody else asks it, or waits.
@Suite(.timeLimit(.minutes(5)))
struct OwnershipTests {
  private static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

  @Test func `every command prints the same with a daemon running and without`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      let address = try #require(try await site.members().first).email
      let days = ["--from", "2031-01-01", "--to", "2031-03-31"]
      let commands = [
        ["members", "list"], ["members", "show", address], ["queue", "list"], ["schedule", "plan"] + days,
        ["schedule", "plan", "--member", address] + days, ["schedule", "list"],
        ["members", "show", "nobody"],
        ["queue", "show", "nothing"], ["schedule", "run", "nonsense"], ["queue", "release", "--fence"],
        ["members", "away", address, "--until", "yesterday"],
      ]
      func answers() async throws -> [String] {
        var answers: [String] = []
        for command in commands {
          for form in [[], ["--json"]] {
            let ended = try await site.command(command + form)
            answers.append("\(command): \(ended.code) \(ended.output) \(ended.errors)")
          }
        }
        return answers
      }
      let without = try await answers()
      _ = try await site.serve()
      let with = try await answers()
      #expect(with == without)
    }
  }

  @Test func `what a command changes is the same with a daemon and without`() async throws {
    for runs in [false, true] {
      try await Scratch.using { scratch in
        let site = try Installation.delivering(in: scratch)
        if runs { _ = try await site.serve() }
        try await site.importPractitioners()
        let address = try #require(try await site.members().first).email
        let day = LocalDay.text(daysFromNow: 40)
        #expect(try await site.command("members", "away", address, "--until", day).code == 0)
        #expect(try await site.command("schedule", "run", "waiting-period").code == 0)
        // Eleven of the twelve are asked, and may be reminded.
        let queue = try await site.queue()
        #expect(queue.count == 22)
        #expect(try await site.command("members", "away", address, "--back").code == 0)
        #expect(try await site.command("schedule", "run", "waiting-period").code == 0)
        #expect(try await site.queue().count == 24)
      }
    }
  }

  @Test func `a second daemon refuses at once, in one line that names the first`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let first = try await site.serve()
      let second = try await site.command("serve")
      #expect(second.code == 1)
      let lines = second.errors.split(separator: "\n")
      #expect(lines.count == 1)
      #expect(lines.first?.contains("a helplink daemon (process \(first.number)) owns") == true)
      #expect(first.isRunning)
    }
  }

  @Test func `a daemon that starts waits for a command to end`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      _ = try await site.command("members", "list")
      var lock = try StateLock(folder: scratch.path("state"), purpose: .command)
      #expect(lock != nil)
      let daemon = try site.start()
      _ = try await eventually("the daemon to say that it waits") {
        daemon.errors.contains("waiting for a command to end") ? true : nil
      }
      #expect(daemon.isRunning)
      #expect((try? await Visitor.get("\(site.url)/readyz")) == nil)
      withExtendedLifetime(lock) {}
      lock = nil
      _ = try await eventually("the daemon to be ready") {
        (try? await Visitor.get("\(site.url)/readyz"))?.status == 200 ? true : nil
      }
    }
  }

  @Test func `when the command does not end it refuses in words, and so does another command`() async throws {
    try await Scratch.using { scratch in
      let folder = scratch.path("state")
      let state = try StateFolder(folder)
      let lock = try StateLock(folder: folder, purpose: .command)
      #expect(lock != nil)
      let refusal = await #expect(throws: Failure.self) {
        try await state.lockForDaemon(patience: 0.3, logger: Self.silent)
      }
      let words = try #require(refusal?.description)
      #expect(words.contains("a helplink command (process \(getpid())) has held \(folder)"))
      #expect(words.contains("start again when it has ended"))
      let site = try Installation.delivering(in: scratch)
      let ended = try await site.command("members", "list")
      #expect(ended.code == 1)
      #expect(ended.errors == "a helplink command (process \(getpid())) owns \(folder)\n")
      withExtendedLifetime(lock) {}
    }
  }

  @Test func `a lock is free as soon as its holder is killed`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      for _ in 0..<3 {
        let daemon = try await site.serve()
        kill(daemon.number, SIGKILL)
        _ = try await daemon.ended()
        #expect(try await site.command("members", "list").code == 0)
      }
    }
  }

  @Test func `the control socket is for the daemon's user and group alone`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      _ = try await site.serve()
      let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("state/control"))
      #expect((attributes[.posixPermissions] as? NSNumber)?.int16Value == 0o660)
    }
  }

  @Test func `keys that are missing beside a database are never made anew`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      try await site.importPractitioners()
      let ring = scratch.path("state/keys/ring")
      let elsewhere = scratch.path("credentials/keys.ring")
      try FileManager.default.createDirectory(
        atPath: scratch.path("credentials"), withIntermediateDirectories: false)
      try FileManager.default.moveItem(atPath: ring, toPath: elsewhere)
      for command in ["serve", "check", "status"] {
        let ended = try await site.command(command)
        #expect(ended.code == 78)
        #expect(ended.errors.hasPrefix("\(ring): is missing"))
      }
      // The same ring as a credential of systemd's; not when everybody may read it.
      let credentials = ["CREDENTIALS_DIRECTORY": scratch.path("credentials")]
      let daemon = try await site.serve(environment: credentials)
      _ = try await daemon.terminate()
      chmod(elsewhere, 0o644)
      let refused = try await site.start(environment: credentials).ended()
      #expect(refused.code == 78)
      #expect(refused.errors.contains("chmod o-rwx"))
    }
  }
}

extension LocalDay {
  /// A day as options take one.
  static func text(daysFromNow days: Int) -> String {
    LocalDay(Date() + Double(days) * 86_400, in: .gmt).text
  }
}
