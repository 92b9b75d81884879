import Foundation
import Logging
import Testing

@testable import helplink

struct LogLineTests {
  @Test(arguments: [
    ("7sz6", "7sz6"), ("", "\"\""), ("two words", "\"two words\""), ("a=b", "\"a=b\""),
    ("say \"no\"", "\"say \\\"no\\\"\""), ("C:\\", "\"C:\\\\\""), ("a\nb\r\n\tc", "\"a\\nb\\r\\n\\tc\""),
    ("\0\u{1B}[2J", "\"\\u{0}\\u{1b}[2J\""),
    ("a\u{85}b\u{2028}c\u{2029}", "\"a\\u{85}b\\u{2028}c\\u{2029}\""),
    ("\u{202E}txt", "\"\\u{202e}txt\""), ("Dr Thảo", "\"Dr Thảo\""), ("Thảo", "Thảo"),
    ("\"\u{301}", "\"\\\"\u{301}\""),
  ])
  func `a value that would be read as something else is quoted`(value: String, written: String) {
    #expect(LogLine.text("m", ["k": .string(value)]) == "m k=\(written)")
  }

  @Test func `facts stand in the order of their keys, lists and tables in one value each`() {
    let facts: Logger.Metadata = [
      "b": .array(["1", "two words"]), "c": .dictionary(["y": "2", "x": "1"]), "a": .stringConvertible(7),
    ]
    #expect(LogLine.text("done", facts) == "done a=7 b=\"[1, two words]\" c=\"{x: 1, y: 2}\"")
    #expect(LogLine.text("done", [:]) == "done")
    #expect(LogLine.text("done", ["a key": "1"]) == "done \"a key\"=1")
    #expect(LogLine.text("first\nsecond \"line\"", [:]) == "first\\nsecond \"line\"")
  }

  @Test(arguments: 1...300)
  func `an event is one line whatever it holds, and its values can be read back`(seed: UInt64) {
    var chance = Chance(state: seed)
    let facts = Dictionary((0..<6).map { ("k\($0)", Self.text(using: &chance)) }) { $1 }
    let message = Self.text(using: &chance)
    let line = LogLine.text(message, facts.mapValues { .string($0) })
    #expect(line.unicodeScalars.allSatisfy { !Self.endsLine($0) })
    #expect(line.components(separatedBy: .newlines).count == 1)
    #expect(Self.facts(of: line, after: LogLine.text(message, [:])) == facts)
  }

  @Test(arguments: [15_000, 16_000, 17_000, 1_000_000], ["x", "é", "\n", "\u{1F600}"])
  func `a line fits into one record of the journal`(count: Int, character: String) {
    let line = LogLine.text("m", ["k": .string(String(repeating: character, count: count))])
    #expect(line.utf8.count <= 16_003)
    #expect(line.hasSuffix("…") == (line.utf8.count > 16_000))
  }

  private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || [0x2028, 0x2029].contains(scalar.value)
  }

  /// Texts of what has been trouble for one log or another.
  private static func text(using chance: inout Chance) -> String {
    let pieces = [
      "a", "Z", "0", " ", "=", "\"", "\\", "\n", "\r", "\r\n", "\t", "\0", "\u{85}", "\u{2028}", "\u{2029}",
      "\u{B}", "\u{C}", "\u{1B}[0m", "\u{7F}", "\u{301}", "\u{202E}", "é", "\u{1F600}", "<3>", "k0=1", "\\n",
    ]
    return (0..<Int.random(in: 0...12, using: &chance)).map { _ in pieces.randomElement(using: &chance) ?? ""
    }
    .joined()
  }

  /// Reads the facts back: what follows the message, which is known here.
  private static func facts(of line: String, after message: String) -> [String: String] {
    var reader = FactReader(rest: line.unicodeScalars.dropFirst(message.unicodeScalars.count))
    var facts: [String: String] = [:]
    while let (key, value) = reader.next() { facts[key] = value }
    return reader.rest.isEmpty ? facts : [:]
  }
}

/// Reads ` key=value` and ` key="va\"lue"` one after the other.
private struct FactReader {
  var rest: Substring.UnicodeScalarView

  mutating func next() -> (String, String)? {
    guard rest.popFirst() == " " else { return nil }
    let key = String(String.UnicodeScalarView(rest.prefix { $0 != "=" }))
    rest = rest.drop { $0 != "=" }.dropFirst()
    guard rest.first == "\"" else {
      defer { rest = rest.drop { $0 != " " } }
      return (key, String(String.UnicodeScalarView(rest.prefix { $0 != " " })))
    }
    rest.removeFirst()
    var value = String.UnicodeScalarView()
    while let scalar = rest.popFirst(), scalar != "\"" {
      if let meant = scalar == "\\" ? escape() : scalar { value.append(meant) }
    }
    return (key, String(value))
  }

  /// What stands behind a backslash.
  private mutating func escape() -> Unicode.Scalar? {
    switch rest.popFirst() {
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u":
      let digits = rest.dropFirst().prefix { $0 != "}" }
      rest = rest.dropFirst(digits.count + 2)
      return UInt32(String(String.UnicodeScalarView(digits)), radix: 16).flatMap(Unicode.Scalar.init)
    case let other: return other
    }
  }
}
