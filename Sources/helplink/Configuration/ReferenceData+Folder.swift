import Automation
import Domain
import Foundation
import Mail

/// Why a folder of reference data cannot be used: one line a mistake, each with its file.
struct ReferenceDataMistakes: Error, Equatable, Sendable, CustomStringConvertible {
  /// Never empty.
  let lines: [String]

  var description: String { lines.joined(separator: "\n") }
}

extension ReferenceData {
  /// Reads the eight files of a data folder; throws all that is wrong with any of them.
  static func load(folder: String) throws(ReferenceDataMistakes) -> ReferenceData {
    var reading = ReferenceDataReading(folder: folder)
    let regions = reading.json("au-regions.json") { data throws(Regions.Refusal) in
      try Regions(json: data)
    } explain: {
      $0.explanation
    }
    let taxonomy = reading.json("practice-taxonomy.json") { data throws(TaxonomyError) in
      try Taxonomy(json: data)
    } explain: {
      $0.explanation
    }
    let languages = reading.json("languages.json") { data throws(LanguageNames.Refusal) in
      try LanguageNames(json: data)
    } explain: {
      $0.explanation
    }
    let localities = reading.localities("au-localities.csv", regions: regions)
    let passwords = reading.commonPasswords("common-passwords.txt")
    let searches = reading.searches("suggested-searches.yaml", taxonomy, languages)
    let questionnaire = reading.questionnaire("questionnaire.yaml", taxonomy, languages)
    let matching = reading.matching("matching.yaml")
    guard let taxonomy, let languages, let localities, let passwords, let searches, let questionnaire,
      let matching
    else {
      throw reading.mistakes
    }
    return ReferenceData(
      taxonomy: taxonomy, languages: languages, localities: localities, commonPasswords: passwords,
      suggestedSearches: searches, questionnaire: questionnaire, matching: matching)
  }
}

/// A data folder being read; goes on after a mistake.
private struct ReferenceDataReading {
  /// Of a table that is another altogether, no more lines are told.
  private static let mostLines = 20

  let folder: String
  private var lines: [String] = []

  init(folder: String) { self.folder = folder }

  var mistakes: ReferenceDataMistakes { ReferenceDataMistakes(lines: lines) }

  mutating func json<Value, Failure: Error>(
    _ name: String, parse: (Data) throws(Failure) -> Value, explain: (Failure) -> String
  ) -> Value? {
    guard let content = content(name) else { return nil }
    if let place = JSONPlace(firstMistakeIn: content) {
      lines.append("\(folder)/\(name):\(place.line):\(place.column): is not JSON")
      return nil
    }
    do { return try parse(content) } catch {
      note(name, explain(error))
      return nil
    }
  }

  mutating func commonPasswords(_ name: String) -> CommonPasswords? {
    guard let content = content(name) else { return nil }
    do throws(CommonPasswords.Refusal) {
      return try CommonPasswords(text: String(decoding: content, as: UTF8.self))
    } catch {
      lines.append("\(folder)/\(name):\(error.line): \(error.explanation)")
      return nil
    }
  }

  /// The table is read against the regions; without them its file is only looked for.
  mutating func localities(_ name: String, regions: Regions?) -> Localities? {
    guard let content = content(name), let regions else { return nil }
    do { return try Localities(csv: String(decoding: content, as: UTF8.self), regions: regions) } catch {
      lines += error.lines.prefix(Self.mostLines).map { "\(folder)/\(name):\($0.number): \($0.reason)" }
      let more = error.lines.count - Self.mostLines
      if more > 0 { note(name, "\(more) more lines are wrong") }
      return nil
    }
  }

  /// The suggestions are read against taxonomy and languages; without them the file is only looked for.
  mutating func searches(_ name: String, _ taxonomy: Taxonomy?, _ languages: LanguageNames?)
    -> [SuggestedSearch]?
  {
    yaml(name, taxonomy, languages) { text, terms throws(WrittenYAML.Mistakes) in
      try SuggestedSearchesFile.read(text, terms: terms)
    }
  }

  /// So is the questionnaire.
  mutating func questionnaire(_ name: String, _ taxonomy: Taxonomy?, _ languages: LanguageNames?)
    -> Questionnaire?
  {
    yaml(name, taxonomy, languages) { text, terms throws(WrittenYAML.Mistakes) in
      try QuestionnaireFile.read(text, terms: terms)
    }
  }

  mutating func matching(_ name: String) -> MatchingRules? {
    text(name).flatMap { yaml(name, $0, read: MatchingRulesFile.read) }
  }

  private mutating func yaml<Value>(
    _ name: String, _ taxonomy: Taxonomy?, _ languages: LanguageNames?,
    read: (String, FacetTerms) throws(WrittenYAML.Mistakes) -> Value
  ) -> Value? {
    guard let text = text(name), let taxonomy, let languages else { return nil }
    return yaml(name, text) { text throws(WrittenYAML.Mistakes) in
      try read(text, FacetTerms(taxonomy: taxonomy, languages: languages))
    }
  }

  private mutating func yaml<Value>(
    _ name: String, _ text: String, read: (String) throws(WrittenYAML.Mistakes) -> Value
  ) -> Value? {
    do { return try read(text) } catch {
      for mistake in error.mistakes.prefix(Self.mostLines) {
        note(
          [name] + [mistake.line, mistake.column].compactMap { $0.map(String.init) },
          mistake.key.isEmpty ? mistake.message : "\(mistake.key): \(mistake.message)")
      }
      return nil
    }
  }

  private mutating func text(_ name: String) -> String? {
    do { return try WrittenFile.text(at: folder + "/" + name) } catch {
      note([name] + [error.line, error.column].compactMap { $0.map(String.init) }, error.message)
      return nil
    }
  }

  private mutating func content(_ name: String) -> Data? {
    do { return try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) } catch {
      let isThere = FileManager.default.fileExists(atPath: folder + "/" + name)
      note(name, isThere ? "cannot be read" : "there is no such file")
      return nil
    }
  }

  private mutating func note(_ name: String, _ message: String) { note([name], message) }

  /// `place` is the file's name, and its line and column where they are known.
  private mutating func note(_ place: [String], _ message: String) {
    lines.append("\(folder)/\(place.joined(separator: ":")): \(message.shown(atMost: 500))")
  }
}
