import Domain
import Foundation

/// Why a folder of reference data cannot be used: one sentence a mistake, each with the file's name.
struct ReferenceDataMistakes: Error, Equatable, Sendable, CustomStringConvertible {
  /// Never empty.
  let sentences: [String]

  var description: String { sentences.joined(separator: "\n") }
}

extension ReferenceData {
  /// Reads the four files of a data folder; throws at the first file that is not right, with all its mistakes.
  static func load(folder: String) throws(ReferenceDataMistakes) -> ReferenceData {
    let table = String(decoding: try content("au-localities.csv", in: folder), as: UTF8.self)
    let regions = try read("au-regions.json", in: folder) { json throws(Regions.Refusal) in
      try Regions(json: json)
    } explain: {
      $0.explanation
    }
    let taxonomy = try read("practice-taxonomy.json", in: folder) { json throws(TaxonomyError) in
      try Taxonomy(json: json)
    } explain: {
      $0.explanation
    }
    let languages = try read("languages.json", in: folder) { json throws(LanguageNames.Refusal) in
      try LanguageNames(json: json)
    } explain: {
      $0.explanation
    }
    do {
      let localities = try Localities(csv: table, regions: regions)
      return ReferenceData(taxonomy: taxonomy, languages: languages, localities: localities)
    } catch {
      throw ReferenceDataMistakes(sentences: error.explanations.map { "au-localities.csv: " + $0 })
    }
  }

  private static func read<Value, Failure: Error>(
    _ name: String, in folder: String, parse: (Data) throws(Failure) -> Value, explain: (Failure) -> String
  ) throws(ReferenceDataMistakes) -> Value {
    let json = try content(name, in: folder)
    do { return try parse(json) } catch {
      throw ReferenceDataMistakes(sentences: ["\(name): \(explain(error))"])
    }
  }

  private static func content(_ name: String, in folder: String) throws(ReferenceDataMistakes) -> Data {
    do { return try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name)) } catch {
      throw ReferenceDataMistakes(sentences: ["\(name): cannot be read in \(folder)"])
    }
  }
}
