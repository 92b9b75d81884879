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

  @Test func `a state without bounds is named`() throws {
    #expect(throws: Regions.Refusal.unbounded(state: "TAS")) {
      try changed("\"TAS\": {\"south\"", "\"TIS\": {\"south\"")
    }
  }

  @Test(arguments: [
    ("0906", true), ("1000", true), ("1999", true), ("2000", false), ("0800", false), ("2618", false),
    ("5799", false), ("5800", true), ("9999", true), ("3999", false), ("8000", true), ("7799", false),
  ])
  func `postcodes of post office boxes are known by their ranges`(postcode: String, isOfPostBoxes: Bool)
    throws
  {
    #expect(try RepositoryData.regions().bounds.isOfPostBoxes(postcode) == isOfPostBoxes)
  }

  @Test func `a zone that does not exist is named`() throws {
    #expect(throws: Regions.Refusal.zone("Australia/Erewhon")) {
      try changed("Australia/Perth", "Australia/Erewhon")
    }
  }

  @Test func `the zones of all places are named once each, in order`() throws {
    let zones = try RepositoryData.regions().timeZones
    #expect(zones == Set(zones).sorted())
    #expect(zones.allSatisfy { TimeZone(identifier: $0) != nil })
    let some = ["Australia/Broken_Hill", "Australia/Lord_Howe", "Australia/Perth", "Australia/Sydney"]
    #expect(Set(zones).isSuperset(of: some))
  }

  private func changed(_ old: String, _ new: String) throws -> Regions {
    let json = String(decoding: try RepositoryData.content("au-regions.json"), as: UTF8.self)
    return try Regions(json: Data(json.replacingOccurrences(of: old, with: new).utf8))
  }
}
