import Foundation
import Testing

@testable import Domain

/// The reference data as it ships, found from this file's place in the repository.
enum RepositoryData {
  static func content(_ name: String, from path: String = #filePath) throws -> Data {
    let folder = URL(fileURLWithPath: path)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try Data(contentsOf: folder.appendingPathComponent("data").appendingPathComponent(name))
  }

  static func taxonomy() throws -> Taxonomy { try Taxonomy(json: content("practice-taxonomy.json")) }

  static func languages() throws -> LanguageNames { try LanguageNames(json: content("languages.json")) }

  static func commonPasswords() throws -> CommonPasswords {
    try CommonPasswords(text: String(decoding: content("common-passwords.txt"), as: UTF8.self))
  }

  static func regions() throws -> Regions { try Regions(json: content("au-regions.json")) }

  static func localities() throws -> Localities { try all.get().localities }

  /// Read once: the table has 17,841 rows, and a debug build takes a while over them.
  static let all: Result<ReferenceData, any Error> = Result {
    let table = String(decoding: try content("au-localities.csv"), as: UTF8.self)
    return ReferenceData(
      taxonomy: try taxonomy(), languages: try languages(),
      localities: try Localities(csv: table, regions: try regions()), commonPasswords: try commonPasswords())
  }
}
