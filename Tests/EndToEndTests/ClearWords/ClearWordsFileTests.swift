import Foundation
import Testing

/// One thing is wrong with the file of the configuration as a whole: one line each.
@Suite(.timeLimit(.minutes(5)))
struct ClearWordsFileTests {
  /// What stands behind the ten right lines, and what is said. `\0` is a NUL.
  static let additions: [(added: String, line: String)] = [
    ("keys: /a\0b\n", "11:9: holds a control character (U+0000)"),
    ("keys: /a\u{1B}[31m\n", "11:9: holds a control character (U+001B)"),
    ("keys:\t\n\t- /a\n", "12:1: is not YAML: a tab stands here: indent with spaces"),
    ("state: /s\n", "5:1: state: is set twice in its section, here for the first time"),
    ("keys: &a /k\ncontrol: *a\n", "11:7: \(anchor)"),
    (bomb, bombed),
    ("keys: *a\n", "11:7: is not YAML: a text that begins with * must be in quotes"),
    ("keys: !!binary L2s=\n", "11:7: a tag (!) is not for this file: remove it"),
    ("keys: !secret /k\n", "11:7: a tag (!) is not for this file: remove it"),
    ("keys: \"/k\n", "12:1: is not YAML: a quote is not closed"),
    ("keys: @k\n", "11:7: is not YAML: a text that begins with @ must be in quotes"),
    (
      "keys: a: b\n",
      "11:8: is not YAML: a text that holds a colon and a space must be in quotes, and sections are indented alike"
    ),
    ("keys\n", "12:1: is not YAML: a key is followed by a colon and a space"),
    ("keys: [/k\n", "12:1: is not YAML: did not find expected ',' or ']'"),
    ("keys: \(long(20_000, "["))", "11:8: is not YAML: too many brackets are open"),
    ("---\nkeys: /k\n", "11:1: is not YAML: the file may hold one document only"),
    ("\"a\\nb\": 1\n", "11:1: a<U+A>b: is not a key"),
    ("? \(long(90_000))\n: 1\n", "11:3: \(long(60))…: is not a key"),
    ("[keys]: 1\n", "11:1: has a key that is not a text"),
  ]

  private static func long(_ count: Int, _ text: String = "k") -> String {
    String(repeating: text, count: count)
  }

  private static let anchor = "an anchor (&) is not for this file: write the value where it is meant"

  /// Each line names the one before ten times: seven of them would mean ten million values.
  private static let bomb: String = (0..<7).map { (line: Int) -> String in
    let item = line == 0 ? "x" : "*a\(line - 1)"
    return "\(line): &a\(line) [\(Array(repeating: item, count: 10).joined(separator: ", "))]\n"
  }.joined()

  private static let bombed: String = (11..<18).map { (line: Int) -> String in "\(line):4: \(anchor)" }
    .joined(separator: "\n@/site.yaml:")

  @Test(arguments: additions)
  func `what is wrong in a line is named by line and column`(added: String, line: String) async throws {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch, adding: added)
      try await words.expect(
        "@/site.yaml:\(line)".split(separator: "\n").map(String.init), commands: ["check"])
    }
  }

  @Test func `a file that is no text says so at its place, and serve says the same`() async throws {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch)
      let file = URL(fileURLWithPath: words.configuration)
      try (Data(contentsOf: file) + Data([0x23, 0x20, 0xC3, 0x28, 0x0A])).write(to: file)
      try await words.expect(["@/site.yaml:11:3: is not UTF-8: save the file in that encoding"])
      try Data(repeating: 0x23, count: 1 << 20 + 1).write(to: file)
      try await words.expect(["@/site.yaml: is larger than 1 MiB: is it the right file?\(remedy)"])
    }
  }

  private let remedy = "; name the configuration with --config FILE"

  @Test
  func `a file that is not there, is a folder or a device, or may not be read says how to name another`()
    async throws
  {
    try await Scratch.using { scratch in
      try scratch.makeFolder("folder.yaml")
      let closed = try Stranger.close(try scratch.write("closed.yaml", "state: /s\n"))
      let none: [String] = []
      for (file, prefix, what) in [
        (scratch.path("none.yaml"), none, "there is no such file"),
        (scratch.path("folder.yaml"), none, "is a folder, not a file"),
        ("/dev/zero", none, "is not a file"),
        (scratch.path("closed.yaml"), closed, "the user \(NSUserName()) may not read it"),
      ] {
        for command in ["check", "serve", "status"] {
          let line: [String] = prefix + [try Binary.path(), command, "--config", file]
          let ended = try await Program.run("/usr/bin/env", line, in: scratch)
          #expect(ended.code == 78)
          #expect(ended.errors == "\(file): \(what)\(remedy)\n")
        }
      }
    }
  }

  @Test func `an empty file lacks what is required, each in a line`() async throws {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch)
      try scratch.write("site.yaml", "")
      let keys = ["site.url", "site.name", "site.operator.name", "site.operator.contact", "state"]
      var lines: [String] = keys.map { "@/site.yaml: \($0): is required" }
      lines.append("@/site.yaml: mail.smtp.url: is required by the smtp transport")
      lines.append("@/site.yaml: mail.from: is required")
      try await words.expect(lines)
    }
  }

  @Test func `a byte order mark and lines that end as on Windows do no harm`() async throws {
    try await Scratch.using { scratch in
      let words = try ClearWords(in: scratch)
      let text = try String(contentsOfFile: words.configuration, encoding: .utf8)
      try scratch.write("site.yaml", "\u{FEFF}" + text.replacing("\n", with: "\r\n"))
      try await words.expect([], code: 0, commands: ["check"])
      try scratch.write("site.yaml", "\u{FEFF}stat: /s\r\n" + text.replacing("\n", with: "\r\n"))
      try await words.expect(
        ["@/site.yaml:1:1: stat: is not a key; did you mean state?"], commands: ["check"])
    }
  }
}
