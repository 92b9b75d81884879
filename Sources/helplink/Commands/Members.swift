import ArgumentParser
import Foundation

/// Members of the network.
struct Members: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Members: list, show, verify, set aside, export, erase and import them; say for them that they are away.",
    subcommands: [
      List.self, Show.self, Trail.self, Verify.self, Suspend.self, Reinstate.self, Export.self, Erase.self,
      Away.self, Import.self,
    ])

  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "List members in the order of their identifiers.")
    @OptionGroup var options: Options
    @Option(help: "Begin after this identifier.") var after = ""
    @Option(help: "How many at the most.") var limit = 1_000
    @Flag(help: "Only those whose registration nobody has checked yet.") var unverified = false

    func validate() throws {
      guard limit > 0 else { throw ValidationError("--limit is a number from 1") }
    }

    func run() async throws {
      try await options.ask(
        unverified ? .unverified(after: after, limit: limit) : .members(after: after, limit: limit))
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show one member.")
    @OptionGroup var options: Options
    @Argument(help: "Identifier or email address.") var member: String

    func run() async throws { try await options.ask(.member(member)) }
  }

  struct Away: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Say for a member that they are away, or back: no rounds meanwhile, and colleagues see it.")
    @OptionGroup var options: Options
    @Argument(help: "Identifier or email address.") var member: String
    @Option(help: "The first day back by the member's clock, such as 2027-01-14.") var until: Day?
    @Flag(help: "They are back.") var back = false

    func validate() throws {
      guard (until == nil) == back else { throw ValidationError("say --until with a day, or --back") }
    }

    func run() async throws { try await options.ask(.away(member: member, until: until?.day.text)) }
  }

  struct Import: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Import members from a file of JSON lines. Bad lines are told and left out; a second run changes nothing."
    )
    @OptionGroup var options: Options
    @Argument(help: ArgumentHelp("The file.", valueName: "file.jsonl")) var file: String

    /// Lines asked for at a time: bounds memory, and lets clicks in between.
    private static let piece = 500

    func run() async throws {
      let lines = try InputFile(file).lines().map(String.init)
      let total = try await Owner.using(try options.configuration()) { try await hand(lines, to: $0) }
      try options.show(try Report(total, text: total.text))
      if !total.refused.isEmpty {
        throw Failure("\(total.refused.count) lines were refused; the others are in")
      }
    }

    private func hand(_ lines: [String], to owner: Owner) async throws -> ImportReport {
      var total = ImportReport()
      for start in stride(from: 0, to: lines.count, by: Self.piece) {
        let end = min(start + Self.piece, lines.count)
        let report = try await owner.ask(
          .importMembers(lines: Array(lines[start..<end]), firstNumber: start + 1))
        if let failure = report.failure { throw Failure("lines \(start + 1) to \(end): \(failure)") }
        total.add(try JSONDecoder().decode(ImportReport.self, from: Data(report.json.utf8)))
        Progress.show(end, of: lines.count, "lines")
      }
      return total
    }
  }
}

/// How far a long command has come, on a terminal only.
enum Progress {
  static func show(_ done: Int, of total: Int, _ what: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let end = done == total ? "\n" : ""
    FileHandle.standardError.write(Data("\r\(done) of \(total) \(what)\(end)".utf8))
  }
}
