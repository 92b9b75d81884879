import Foundation

/// What ours and systemd's calendars are compared by.
enum CalendarSample {
  /// Four sorts of Australian zone (an hour's change, a half hour's offset, none, half an hour's change) and others.
  static let zones = [
    "Australia/Sydney", "Australia/Adelaide", "Australia/Brisbane", "Australia/Perth", "Australia/Lord_Howe",
    "UTC", "Europe/London", "America/St_Johns",
  ]

  /// 60 picked by hand and 300 made by chance, no two alike.
  static func expressions() throws -> [String] {
    var expressions = try handPicked()
    var generator = CalendarGenerator(seed: 252)
    while expressions.count < 360 {
      let expression = generator.expression()
      if !expressions.contains(expression) { expressions.append(expression) }
    }
    return expressions
  }

  static func handPicked() throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Fixtures/calendar-expressions.txt")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
      .filter { !$0.hasPrefix("#") }
  }
}
