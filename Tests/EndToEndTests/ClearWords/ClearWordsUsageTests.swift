import Foundation
import Testing

/// Bad usage ends with 64, and says in its first line what is wrong.
@Suite(.timeLimit(.minutes(5)))
struct ClearWordsUsageTests {
  static let wrong: [(arguments: [String], line: String)] = [
    (["dance"], "Unexpected argument 'dance'"),
    (["members", "show"], "Missing expected argument '<member>'"),
    (["status", "extra"], "Unexpected argument 'extra'"),
    (["check", "--prob"], "Unknown option '--prob'. Did you mean '--probe'?"),
    (["check", "--config"], "Missing value for '--config <file>'"),
    (["serve", "--config="], "Missing value for '--config <file>'"),
    (["queue", "list", "--limit", "x"], "The value 'x' is invalid for '--limit <limit>'"),
    (["queue", "list", "--limit=0"], "--limit is a number from 1"),
    (["members", "list", "--limit=-3"], "--limit is a number from 1"),
    (["queue", "list", "--state", "lost"], "The value 'lost' is invalid for '--state <state>'"),
    (["queue", "release"], "say which one is to be released: --fence"),
    (["members", "away", "a@example.com"], "say --until with a day, or --back"),
    (
      ["members", "away", "a@example.com", "--until", "2026-02-30"],
      "The value '2026-02-30' is invalid for '--until <until>'"
    ),
    (["schedule", "next", "daily", "--from", "x"], "The value 'x' is invalid for '--from <from>'"),
    (["schedule", "next", "daily", "--count", "0"], "--count is a number from 1 to 10000"),
    (
      ["schedule", "next", "daily", "--time-zone", "Sydney"],
      "--time-zone Sydney is no IANA name such as Australia/Sydney"
    ),
    (
      ["emails", "preview", "letter"],
      "The value 'letter' is invalid for '<kind>'. Please provide one of the following:"
    ),
    (["demo", "--port", "0"], "--port is a number from 1 to 65534"),
  ]

  @Test(arguments: wrong)
  func `ends with 64 and says what is wrong`(arguments: [String], line: String) async throws {
    try await Scratch.using { scratch in
      let ended = try await Program.run(try Binary.path(), arguments, in: scratch)
      #expect(ended.code == 64)
      #expect(ended.output == "")
      let first = ended.errors.split(separator: "\n").first.map(String.init)
      #expect(first?.hasPrefix("Error: \(line)") == true, "\(first ?? "")")
    }
  }

  /// The usage is right; what it names is not there: 1, and one line.
  @Test(arguments: [
    (["members", "import", "/none.jsonl"], "/none.jsonl: there is no such file"),
    (["members", "show", "nobody"], "no member has the identifier or address nobody"),
    (["queue", "show", "nothing"], "no email has the identifier nothing"),
    (["schedule", "run", "nonsense"], "no schedule is named nonsense; there are: digest, waiting-period"),
    (
      ["schedule", "next", "sometimes"],
      "column 1: expected a weekday, a date, a time or a shorthand such as daily, found 's'"
    ),
  ])
  func `what is not there ends with 1 and one line`(arguments: [String], line: String) async throws {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch)
      let configured =
        arguments[0] == "schedule" && arguments[1] == "next" ? [] : ["--config", words.configuration]
      let ended = try await Program.run(try Binary.path(), arguments + configured, in: scratch)
      #expect(ended.code == 1)
      #expect(ended.errors == line + "\n")
    }
  }
}
