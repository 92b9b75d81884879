import Domain
import Foundation
import Testing

@testable import Automation

struct SuggestedSearchesTests {
  private static let data = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("data")
  private let terms: FacetTerms

  init() throws {
    func content(_ name: String) throws -> Data {
      try Data(contentsOf: Self.data.appendingPathComponent(name))
    }
    terms = FacetTerms(
      taxonomy: try Taxonomy(json: content("practice-taxonomy.json")),
      languages: try LanguageNames(json: content("languages.json")))
  }

  @Test func `the twelve that ship are searches`() throws {
    let text = try String(
      contentsOf: Self.data.appendingPathComponent("suggested-searches.yaml"), encoding: .utf8)
    let searches = try SuggestedSearchesFile.read(text, terms: terms)
    #expect(searches.count == 12)
    #expect(searches.allSatisfy { $0.search.filters.count > 0 })
    #expect(
      searches[0].search.query == "area=complex-trauma-c-ptsd&modality=emdr&wait=over-6-months&within=10")
    #expect(searches[11].search.query == "language=ar&language=zh")
  }

  @Test(arguments: [
    ("", "::: must be a list of searches, each with a name and a search"),
    ("name: x", "1:1:: must be a list of searches, each with a name and a search"),
    ("- x", "1:3:: a suggestion has the keys name and search"),
    ("- {name: x}", "1:3:search: is required: names and values of a search, such as {area: ptsd}"),
    ("- {search: {area: ptsd}}", "1:3:name: is required: a line of at most 120 characters"),
    (
      "- name: x\n  search: {area: ptsd, modality: [emdr, hypnosis]}",
      "2:41:modality: “hypnosis” is no approach that a listing can have."
    ),
    ("- name: x\n  search:\n    aria: ptsd", "3:5:aria: is no name of a search; did you mean area?"),
    (
      "- name: x\n  search: {within: NaN}",
      "2:20:within: The distance must be a whole number of kilometres from 1 to 5000."
    ),
    ("- name: x\n  search: {wait: [now, closed]}", "2:24:wait: “wait” may be given once."),
    ("- name: x\n  search: {area: {a: b}}", "2:18:area: must be a value or a list of values"),
    ("- name: x\n  search: {q: a}\n- name: x\n  search: {q: b}", "3:9:name: stands in the file twice"),
    (
      "- name: x\n  serch: {q: a}\n  search: {q: a}",
      "2:3:serch: is not a key; a suggestion has the keys name and search"
    ),
  ])
  func `a mistake is told with its line, its column and its key`(text: String, expected: String) {
    let told: [String]
    do {
      _ = try SuggestedSearchesFile.read(text, terms: terms)
      told = []
    } catch {
      told = error.mistakes.map { mistake in
        [mistake.line.map { "\($0)" } ?? "", mistake.column.map { "\($0)" } ?? "", mistake.key].joined(
          separator: ":")
          + ": " + mistake.message
      }
    }
    #expect(told == [expected])
  }
}
