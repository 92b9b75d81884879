import Foundation
import Testing

@testable import Domain

struct SearchReadingTests {
  private let terms: FacetTerms

  init() throws {
    terms = FacetTerms(taxonomy: try RepositoryData.taxonomy(), languages: try RepositoryData.languages())
  }

  private func read(_ query: String) -> SearchReading { SearchReading(query: query, terms: terms) }

  @Test(arguments: 1...4) func `what is written is read as the same search`(seed: Int) throws {
    var sample = try SearchSample(seed: seed)
    for _ in 0..<150 {
      var search = sample.search()
      search.page = Int.random(in: 1...3, using: &sample.chance)
      let reading = read(search.query)
      #expect(reading.problems.isEmpty)
      #expect(reading.search == search)
      #expect(reading.search.query == search.query)
    }
  }

  @Test func `all names of an address are read, and written in one way`() {
    let query = """
      page=2&sort=distance&recommended=peers&within=25&near=4075&wait=1-month&hours=evening&profession=psychologist\
      &gender=female&language=yue&funding=private&mode=phone&client=couple&age=adult&service=family-report\
      &modality=emdr&modality=cbt&area=ptsd&q=Zo%C3%AB+%26+co
      """
    let reading = read(query)
    #expect(reading.problems.isEmpty)
    #expect(reading.search.filters.count == 15)
    #expect(
      reading.search.query == """
        q=Zo%C3%AB+%26+co&area=ptsd&modality=cbt&modality=emdr&service=family-report&age=adult&client=couple&mode=phone\
        &funding=private&language=yue&gender=female&profession=psychologist&hours=evening&wait=1-month&near=4075\
        &within=25&recommended=peers&sort=distance&page=2
        """)
  }

  @Test(arguments: [
    ("area=no-such", "“no-such” is no practice area that a listing can have."),
    ("area=ptsd&area=PTSD", "“PTSD” is no practice area that a listing can have."),
    ("language=klingon", "“klingon” is no language that a listing can have."),
    ("within=NaN&near=4075", "The distance must be a whole number of kilometres from 1 to 5000."),
    ("within=-3", "The distance must be a whole number of kilometres from 1 to 5000."),
    ("within=1e3", "The distance must be a whole number of kilometres from 1 to 5000."),
    ("within=%2B5", "The distance must be a whole number of kilometres from 1 to 5000."),
    ("within=٣", "The distance must be a whole number of kilometres from 1 to 5000."),
    ("page=0", "The page must be a number from 1 to 100000."),
    ("page=1000000000000000000000000000000", "The page must be a number from 1 to 100000."),
    ("sort=price", "Listings can be sorted by availability, distance or name."),
    ("sort=name&sort=distance", "“sort” may be given once."),
    ("recommended=me", "Listings can be those that are recommended by “peers”, and nothing else."),
    (
      "wait=soon",
      "“soon” is no waiting period: there are now, 2-weeks, 1-month, 3-months, 6-months, over-6-months, closed."
    ),
    ("area=%00%0A", "“<U+0><U+A>” is no practice area that a listing can have."),
  ])
  func `a value that means nothing is named`(query: String, sentence: String) {
    #expect(read(query).problems.map(\.sentence) == [sentence])
  }

  @Test func `a text that is too long is refused, any other is words`() {
    #expect(
      read("q=" + String(repeating: "a", count: 201)).problems.map(\.sentence) == [
        "Shorten the words to 200 characters."
      ])
    #expect(read("near=" + String(repeating: "a", count: 101)).problems.map(\.name) == [.near])
    for text in [
      "%", "%zz%9", "%FF%FE", "'; DROP TABLE listing; --", "<script>", "\u{202E}", "(((", "a\u{301}\u{301}",
    ] {
      let reading = SearchReading([("q", text)], terms: terms)
      #expect(reading.problems.isEmpty)
      #expect(read(reading.search.query).search == reading.search)
    }
  }

  @Test func `a form's empty fields and names of others say nothing`() {
    let reading = read("q=&near=&within=&wait=&sort=&utm_source=mail&a&=&&&")
    #expect(reading.problems.isEmpty)
    #expect(reading.search == ListingSearch())
    #expect(reading.search.query.isEmpty)
  }

  @Test func `more values than the form can have are not gone through`() {
    let reading = read(Array(repeating: "area=ptsd", count: 5_000).joined(separator: "&"))
    #expect(reading.problems.count == 1)
    #expect(reading.search.chosen[.area] == ["ptsd"])
  }

  @Test func `octets by chance are read without a trap, and what was understood is written and read again`() {
    var chance = SeededGenerator(seed: 7)
    let names = SearchName.allCases.map(\.rawValue)
    for _ in 0..<2_000 {
      let octets = (0..<Int.random(in: 0..<60, using: &chance)).map { _ in
        UInt8.random(in: 0...255, using: &chance)
      }
      let name = names[Int.random(in: 0..<names.count, using: &chance)]
      let search = read("\(name)=\(String(decoding: octets, as: UTF8.self))").search
      #expect(read(search.query).search == search)
    }
  }
}
