import Domain

/// What the sources say, before it is checked: a text or a list of texts for each known key, each with its origin.
struct WrittenSettings: Sendable {
  /// Where a text was written.
  struct Origin: Equatable, Sendable {
    var source: String
    var line: Int?
    var column: Int?
  }

  /// One text.
  struct Item: Equatable, Sendable {
    var text: String
    var origin: Origin
  }

  /// What one key was given; no items where it was nothing that can be read, which is then a mistake of its own.
  struct Value: Equatable, Sendable {
    var items: [Item]
    /// Where the whole of it stands.
    var origin: Origin
  }

  private(set) var values: [String: Value] = [:]
  private(set) var mistakes: [ConfigurationMistake] = []
  /// False when the file could not be read as a whole, so that nothing can be said about what it lacks.
  var isWhole = true

  mutating func set(_ key: String, to value: Value) {
    if values.updateValue(value, forKey: key) != nil { report(key, "is set twice", at: value.origin) }
  }

  mutating func report(_ key: String, _ message: String, at origin: Origin) {
    mistakes.append(
      ConfigurationMistake(
        source: origin.source, line: origin.line, column: origin.column, key: key, message: message))
  }

  /// Refuses what a known key was given.
  mutating func refuse(_ key: String, _ message: String, at origin: Origin) {
    report(key, message, at: origin)
    set(key, to: Value(items: [], origin: origin))
  }

  /// Refuses a name that means nothing, with the one it may have been meant to be.
  mutating func refuseUnknown(_ key: String, written name: String, among known: [String], at origin: Origin) {
    let suggestion = NearestKey.to(name, among: known).map { "; did you mean \($0)?" } ?? ""
    report(key, "is not a key" + suggestion, at: origin)
  }

  /// These settings with those of a stronger source over them.
  func overridden(by stronger: WrittenSettings) -> WrittenSettings {
    var result = self
    result.values.merge(stronger.values) { _, new in new }
    result.mistakes += stronger.mistakes
    return result
  }
}
