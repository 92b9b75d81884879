import Foundation

/// What an import asks of single values.
enum ImportChecks {
  /// A text on one line, without white space at its ends.
  static func text(_ text: String, key: ImportLine.Key, atMost limit: Int) throws(ImportRefusal) -> String {
    guard let line = line(text, atMost: limit) else { throw .text(key: key.rawValue, atMost: limit) }
    return line
  }

  /// The same, or nil.
  static func line(_ text: String, atMost limit: Int) -> String? {
    let trimmed = text.trimmingCharacters(in: .whitespaces)
    guard (1...limit).contains(trimmed.count), !trimmed.unicodeScalars.contains(where: isControl) else {
      return nil
    }
    return trimmed
  }

  /// The same for a key that may be absent.
  static func optionalText(
    _ text: String?, key: ImportLine.Key, atMost limit: Int
  ) throws(ImportRefusal) -> String? {
    guard let written = text else { return nil }
    return try self.text(written, key: key, atMost: limit)
  }

  /// May be empty, and may have line breaks; 4,000 characters at most.
  static func bio(_ bio: String) throws(ImportRefusal) -> String {
    let isClean = bio.unicodeScalars.allSatisfy { !isControl($0) || $0 == "\n" }
    guard bio.count <= 4_000, isClean else { throw .bio }
    return bio
  }

  /// Slugs that a vocabulary has, each once, in the order of the line.
  static func slugs(
    _ slugs: [String], key: ImportLine.Key, in vocabulary: Vocabulary
  ) throws(ImportRefusal) -> [String] {
    try self.slugs(slugs, key: key) { vocabulary.contains($0) }
  }

  /// Slugs that are known, each once, in the order of the line.
  static func slugs(
    _ slugs: [String], key: ImportLine.Key, isKnown: (String) -> Bool
  ) throws(ImportRefusal) -> [String] {
    var kept: [String] = []
    for slug in slugs {
      guard isKnown(slug) else { throw .unknown(key: key.rawValue, slug: quoted(slug)) }
      if !kept.contains(slug) { kept.append(slug) }
    }
    return kept
  }

  /// The wait as the file states it.
  static func wait(of line: ImportLine) throws(ImportRefusal) -> StatedWait {
    guard let period = WaitingPeriod(rawValue: line.waitingPeriod) else {
      throw .unknown(key: ImportLine.Key.waitingPeriod.rawValue, slug: quoted(line.waitingPeriod))
    }
    guard period.isOpen == line.acceptingNewClients else {
      throw .contradiction(waitingPeriod: period.slug, accepting: line.acceptingNewClients)
    }
    guard let confirmedAt = ImportedInstant.read(line.confirmedAt) else { throw .date }
    return StatedWait(period, confirmedAt: confirmedAt, means: .import)
  }

  /// A word of the file, fit for one line of a report: cut at 60 characters, without control characters.
  static func quoted(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for character in text.unicodeScalars.prefix(60) { shown.append(isControl(character) ? "�" : character) }
    return String(shown)
  }

  /// Control, format (bidirectional overrides among them) and line-separating characters; joiners stay, names need them.
  private static func isControl(_ character: Unicode.Scalar) -> Bool {
    switch character.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format: character != "\u{200C}" && character != "\u{200D}"
    default: false
    }
  }
}
