import Domain

/// What one look at another machine came to.
struct Probe: Encodable, Sendable {
  /// What was looked at: `relay smtps://relay.example:465`.
  var of: String
  var isWell: Bool
  /// What is so, or what is wrong and what to do.
  var words: String

  static func well(_ of: String, _ words: String) -> Probe { Probe(of: of, isWell: true, words: words) }

  static func wrong(_ of: String, _ words: String) -> Probe { Probe(of: of, isWell: false, words: words) }

  /// One line.
  var line: String { "\(of): \(words.shown(atMost: 500))" }
}
