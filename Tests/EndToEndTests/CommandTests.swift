import Foundation
import Testing

/// What scripts and operators hold on to: exit codes, and words that say where to look.
@Suite(.timeLimit(.minutes(5)))
struct CommandTests {
  @Test func `check finds nothing wrong with what ships`() async throws {
    try await Scratch.using { scratch in
      let ended = try await Installation.delivering(in: scratch).command("check")
      #expect(ended.code == 0, "\(ended.errors)")
      #expect(ended.errors == "")
    }
  }

  @Test func `a mistake in the configuration ends with 78 and names file, line and key`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation(
        in: scratch, mail: "transport: maildir\nmaildir: \(scratch.path("mail"))\nrate: many")
      for command in ["serve", "check", "status"] {
        let ended = try await site.command(command)
        #expect(ended.code == 78)
        #expect(ended.errors.hasPrefix("\(site.configuration):15:9: mail.rate: "), "\(ended.errors)")
      }
    }
  }

  @Test(arguments: [["members", "dance"], ["status", "--loudly"], ["queue", "list", "--state", "lost"]])
  func `bad usage ends with 64`(arguments: [String]) async throws {
    try await Scratch.using { scratch in
      let ended = try await Program.run(try Binary.path(), arguments, in: scratch)
      #expect(ended.code == 64)
      #expect(ended.output == "")
    }
  }

  @Test func `a schedule that does not exist ends with 1 and one line that names those that do`() async throws
  {
    try await Scratch.using { scratch in
      let ended = try await Installation.delivering(in: scratch).command("schedule", "run", "nonsense")
      #expect(ended.code == 1)
      #expect(ended.errors.split(separator: "\n").count == 1)
      #expect(ended.errors.contains("waiting-period"))
    }
  }

  @Test func `a bad line of an import is named with its reason, and the good ones go in`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let fixture = Binary.fixtures.appendingPathComponent("practitioners.jsonl")
      var lines = try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n").map(String.init)
      lines[2] = lines[2].replacing("\"2-weeks\"", with: "\"soon\"")
      lines[5] = "not JSON"
      let file = try scratch.write("members.jsonl", lines.joined(separator: "\n"))
      let ended = try await site.command("members", "import", file)
      let words = ended.output + ended.errors
      #expect(ended.code == 1)
      #expect(words.contains(/\b3\b.*soon/), "\(words)")
      #expect(words.contains(/\b6\b.*JSON/), "\(words)")
      #expect(try await site.members().count == lines.count - 2)
    }
  }

  @Test func `a second daemon on the same state folder is refused`() async throws {
    try await Scratch.using { scratch in
      let site = try Installation.delivering(in: scratch)
      let first = try await site.serve()
      let second = try await site.command("serve")
      #expect(second.code == 1)
      #expect(!second.errors.isEmpty)
      #expect(first.isRunning)
    }
  }

  @Test func `a port that another program has ends the daemon with 1 and one line that names it`()
    async throws
  {
    try await Scratch.using { scratch in
      let taken = try FreePort.find()
      let first = try Program(
        try Binary.path(), ["demo", "--port", "\(taken)", "--members", "2"], in: scratch)
      _ = try await eventually("the first demo") { first.output.contains("Press Ctrl-C") ? true : nil }
      let second = try await Program.run(
        try Binary.path(), ["demo", "--port", "\(taken)", "--members", "2"], in: scratch)
      #expect(second.code == 1)
      #expect(second.errors.hasSuffix("is in use by another program\n"), "\(second.errors)")
      #expect(second.errors.split(separator: "\n").count == 1, "\(second.errors)")
      #expect(try await first.terminate().code == 0)
    }
  }
}
