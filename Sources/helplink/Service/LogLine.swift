import Foundation
import Logging

/// One event as one line: `message key=value other="two words"`, whatever they hold.
enum LogLine {
  /// journald cuts a line at 48 KiB (`LineMax=`) and makes a second event of the rest.
  private static let longest = 16_000

  /// The message and what is known of it, in the order of keys.
  static func text(_ message: String, _ metadata: Logger.Metadata) -> String {
    let facts = metadata.sorted { $0.key < $1.key }.map { " " + word($0.key) + "=" + word(words($0.value)) }
    return bounded(escaped(message, quoted: false) + facts.joined())
  }

  /// A value that stands by itself, or in quotes when it would be read as something else.
  private static func word(_ text: String) -> String {
    let isPlain =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy {
        !isSpace($0) && !mustBeEscaped($0) && $0 != "\"" && $0 != "=" && $0 != "\\"
      }
    return isPlain ? text : "\"" + escaped(text, quoted: true) + "\""
  }

  private static func words(_ value: Logger.MetadataValue) -> String {
    switch value {
    case .string(let text): text
    case .stringConvertible(let value): value.description
    case .array(let values): "[" + values.map(words).joined(separator: ", ") + "]"
    case .dictionary(let values):
      "{" + values.sorted { $0.key < $1.key }.map { $0.key + ": " + words($0.value) }.joined(separator: ", ")
        + "}"
    }
  }

  private static func escaped(_ text: String, quoted: Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case "\"" where quoted, "\\" where quoted: result += "\\" + String(scalar)
      case _ where mustBeEscaped(scalar): result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // Both ask the tables of Unicode only beyond ASCII: a round writes three lines an email, nearly all of it ASCII.

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? scalar == " " : scalar.properties.isWhitespace
  }

  /// What ends a line, moves a cursor, or turns text around on a terminal.
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format, .unassigned: true
    default: false
    }
  }

  private static func bounded(_ line: String) -> String {
    guard line.utf8.count > longest else { return line }
    var size = 0
    let kept = line.unicodeScalars.prefix { scalar in
      size += UTF8.width(scalar)
      return size <= longest
    }
    return String(kept) + "…"
  }
}
