/// A normalized expression in its parts: `Mon *-*-01/7 *:00/15:00 UTC`.
struct NormalizedCalendar {
  private let weekdays: String?
  private let date: String
  private let time: String
  let zone: String?

  init(_ text: String) {
    let words = text.split(separator: " ").map(String.init)
    let place = words.firstIndex { $0.contains(":") } ?? words.count - 1
    time = words[place]
    date = words[place - 1]
    weekdays = place == 2 ? words[0] : nil
    zone = place + 1 < words.count ? words[place + 1] : nil
  }

  /// Whether a step has no end, as `01/7` and `00/15`.
  var hasEndlessStep: Bool {
    (date + " " + time).split { " ,:-~".contains($0) }.contains { $0.contains("/") && !$0.contains("..") }
  }

  /// The same without a zone, every step's end written out: `Mon *-*-01..31/7 *:00..59/15:00`. Days from the month's end
  /// stay as they are: systemd takes no end for them.
  var withEnds: String {
    let fields = date.split { "-~".contains($0) } + time.split(separator: ":")
    let ends: [String?] = ["2199", "12", date.contains("~") ? nil : "31", "23", "59", "59.999999"]
    let ended: [String] = zip(fields, ends).map { field, end in
      end.map { Self.ending(field, $0) } ?? String(field)
    }
    let day = (date.contains("~") ? "~" : "-") + ended[2]
    let words: [String?] = [weekdays, "\(ended[0])-\(ended[1])\(day)", ended[3...5].joined(separator: ":")]
    return words.compactMap { $0 }.joined(separator: " ")
  }

  private static func ending(_ field: Substring, _ end: String) -> String {
    field.split(separator: ",").map { part in
      let halves = part.split(separator: "/")
      guard halves.count == 2, !part.contains("..") else { return String(part) }
      return "\(halves[0])..\(end)/\(halves[1])"
    }.joined(separator: ",")
  }
}
