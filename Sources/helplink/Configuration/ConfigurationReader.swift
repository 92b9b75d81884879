/// Reads typed values from what was written, and collects every mistake on the way.
struct ConfigurationReader {
  private let written: WrittenSettings
  private let fileName: String
  private var mistakes: [ConfigurationMistake]
  /// Keys that were asked for: a test holds them against the table.
  private(set) var asked: [String] = []

  init(_ written: WrittenSettings, fileName: String) {
    self.written = written
    self.fileName = fileName
    mistakes = written.mistakes
  }

  /// What a key holds: what was written, or its default. Nil when there is neither, or what was written is wrong.
  mutating func value<Value>(_ key: ConfigurationKey<Value>) -> Value? {
    asked.append(key.name)
    if let value = written.values[key.name] { return value.items.first.flatMap { read($0, as: key) } }
    switch key.fallback {
    case .value(let value, _): return value
    case .derived: return nil
    case .required:
      report(key.name, "is required")
      return nil
    }
  }

  /// What a key that takes a list holds, without those items that are wrong.
  mutating func list<Value>(_ key: ConfigurationKey<Value>) -> [Value] {
    asked.append(key.name)
    var values: [Value] = []
    for item in written.values[key.name]?.items ?? [] {
      if let value = read(item, as: key) { values.append(value) }
    }
    return values
  }

  /// Whether anybody wrote something for a key, right or wrong.
  func isWritten<Value>(_ key: ConfigurationKey<Value>) -> Bool { written.values[key.name] != nil }

  /// Where a key was written; the file at large when it was not.
  func origin(of key: String) -> WrittenSettings.Origin {
    written.values[key]?.origin ?? WrittenSettings.Origin(source: fileName)
  }

  /// Adds a mistake where a key was written, or in the file at large when it was not.
  mutating func report(_ key: String, _ message: String) {
    report(key, message, at: origin(of: key))
  }

  /// Everything wrong so far: lines of the file in order, then variables, then credentials, then what is missing.
  var allMistakes: [ConfigurationMistake] { ordered(mistakes) }

  /// The same order for mistakes that were found later.
  func ordered(_ mistakes: [ConfigurationMistake]) -> [ConfigurationMistake] {
    mistakes.enumerated().sorted { left, right in
      rank(left.element, left.offset).lexicographicallyPrecedes(rank(right.element, right.offset))
    }.map(\.element)
  }

  private mutating func read<Value>(
    _ item: WrittenSettings.Item, as key: ConfigurationKey<Value>
  ) -> Value? {
    do { return try key.read(item.text) } catch {
      report(key.name, error.message, at: item.origin)
      return nil
    }
  }

  private mutating func report(_ key: String, _ message: String, at origin: WrittenSettings.Origin) {
    mistakes.append(
      ConfigurationMistake(
        source: origin.source, line: origin.line, column: origin.column, key: key, message: message))
  }

  private func rank(_ mistake: ConfigurationMistake, _ position: Int) -> [Int] {
    let source =
      mistake.source == fileName ? (mistake.line == nil ? 3 : 0) : mistake.source.contains(" ") ? 2 : 1
    return [source, mistake.line ?? 0, mistake.column ?? 0, position]
  }
}
