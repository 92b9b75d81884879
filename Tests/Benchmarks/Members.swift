import Foundation

/// Made-up members, the same for every run.
struct Members {
  /// Prints so many as JSON lines; without one they are as plain as can be.
  let program: String?

  /// Writes so many to a file.
  func write(_ count: Int, skipping: Int = 0, to file: URL) throws {
    let lines: [Substring]
    if let program {
      let folder = file.deletingLastPathComponent()
      lines = try Child.run([program, "\(count + skipping)"], in: folder).split(separator: "\n")
    } else {
      lines = (0..<count + skipping).map { Substring(Self.line($0)) }
    }
    try Data((lines.dropFirst(skipping).joined(separator: "\n") + "\n").utf8).write(to: file)
  }

  private static let places = [
    ("3000", "Melbourne", "VIC"), ("2000", "Sydney", "NSW"), ("4000", "Brisbane City", "QLD"),
    ("5000", "Adelaide", "SA"), ("6000", "Perth", "WA"), ("7000", "Hobart", "TAS"),
  ]
  private static let waits = ["now", "2-weeks", "1-month", "3-months", "6-months", "over-6-months"]

  private static func line(_ number: Int) -> String {
    let place = places[number % places.count]
    return """
      {"name": "Member Number \(number)", "email": "member.\(number)@example.com", "profession": "psychologist", \
      "registration": "PSY\(9_000_000_000 + number)", "bio": "Works with adults, and has done so for years.", \
      "areas": ["anxiety", "depression"], "modalities": ["cbt"], "age_groups": ["adult"], "modes": ["in-person"], \
      "funding": ["private"], "languages": ["en"], "locations": [{"postcode": "\(place.0)", "locality": \
      "\(place.1)", "state": "\(place.2)"}], "waiting_period": "\(waits[number % waits.count])", \
      "confirmed_at": "2026-09-02T01:20:00Z", "accepting_new_clients": true}
      """
  }
}
