/// The lines of an iCalendar object (RFC 5545, section 3.1): CRLF at their ends, none longer than 75 octets.
struct CalendarText {
  /// The longest line, its end not counted.
  private static let longestLine = 75

  private(set) var text = ""

  /// Adds a line as it stands, folded where it is too long: never within a character.
  mutating func add(_ line: String) {
    var column = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if column + width > Self.longestLine {
        text += "\r\n "
        column = 1
      }
      text.unicodeScalars.append(scalar)
      column += width
    }
    text += "\r\n"
  }

  /// Adds a property whose value is text.
  mutating func add(_ name: String, text value: String) { add("\(name):\(Self.escaped(value))") }

  /// A text value (section 3.3.11): what parts values is escaped, a line end is `\n`, and other controls go.
  static func escaped(_ value: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in value.replacing("\r\n", with: "\n").unicodeScalars {
      switch scalar {
      case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
      case "\n": escaped.append(contentsOf: ["\\", "n"])
      default: if scalar.properties.generalCategory != .control { escaped.append(scalar) }
      }
    }
    return String(escaped)
  }

  /// A parameter's value between quotes, which it cannot hold itself (section 3.2).
  static func quoted(_ value: String) -> String {
    let kept = value.unicodeScalars.filter { $0 != "\"" && $0.properties.generalCategory != .control }
    return "\"\(String(String.UnicodeScalarView(kept)))\""
  }
}
