import Foundation
import Testing

@testable import Domain

struct RegionsTests {
  @Test(arguments: ["", "{}", #"{"timezones":{}}"#])
  func `what has not the shape is malformed`(json: String) {
    #expect(throws: Regions.Refusal.malformed) { try Regions(json: Data(json.utf8)) }
  }

  @Test func `a state without a zone is named`() throws {
    #expect(throws: Regions.Refusal.missing(state: "WA")) { try changed("\"WA\":", "\"XX\":") }
  }

  @Test func `a zone that does not exist is named`() throws {
    #expect(throws: Regions.Refusal.zone("Australia/Erewhon")) {
      try changed("Australia/Perth", "Australia/Erewhon")
    }
  }

  private func changed(_ old: String, _ new: String) throws -> Regions {
    let json = String(decoding: try RepositoryData.content("au-regions.json"), as: UTF8.self)
    return try Regions(json: Data(json.replacingOccurrences(of: old, with: new).utf8))
  }
}
