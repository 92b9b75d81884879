import Foundation
import Testing

@testable import Domain

/// Suggestions for somebody whose own places are known.
struct PlacesNearbyTests {
  private let melbourne = PracticeLocation(postcode: "3000", locality: "Melbourne", state: "VIC")
  private let sydney = PracticeLocation(postcode: "2000", locality: "Sydney", state: "NSW")

  private func labels(_ text: String, near places: [PracticeLocation]) throws -> [String] {
    try RepositoryData.localities().suggestions(for: text, near: places, atMost: 10).map(\.location.label)
  }

  @Test func `the same letters mean another suburb in another city`() throws {
    #expect(try labels("rich", near: [melbourne]).first == "Richmond VIC 3121")
    #expect(try labels("rich", near: [sydney]).first == "Richards NSW 2765")
    #expect(try labels("richmond", near: [sydney]).first == "Richmond NSW 2755")
    #expect(try labels("Brighton", near: [melbourne]).first == "Brighton VIC 3186")
    #expect(try labels("rich", near: [sydney, melbourne]).first == "Richmond VIC 3121")
  }

  @Test func `among neighbours the name that was typed in full comes first`() throws {
    let carlton = PracticeLocation(postcode: "3054", locality: "Carlton North", state: "VIC")
    #expect(try labels("brunswick", near: [carlton]).first == "Brunswick VIC 3056")
  }

  /// Against the rule applied to every place that is suggested without anybody near.
  @Test(arguments: [
    "rich", "st", "mo", "north", "20", "3", "31", "port", "kew", "spring hill", "victoria", "be", "Richmond",
  ])
  func `what is nearer comes first, a name in full by its head start, and nothing is lost or added`(
    text: String
  ) throws {
    let localities = try RepositoryData.localities()
    let places = [melbourne, sydney]
    let found = localities.suggestions(for: text, near: places, atMost: .max)
    #expect(Set(found) == Set(localities.suggestions(for: text, atMost: .max)))
    #expect(Set(found).count == found.count)
    let centres = places.compactMap(localities.row)
    let away = found.map { place in
      let isExact = PlaceName.key(of: place.location.locality) == PlaceName.key(of: text)
      return (centres.map { $0.kilometres(to: place) }.min() ?? 0) - (isExact ? Localities.headStart : 0)
    }
    #expect(away == away.sorted())
  }

  @Test func `a place that the table does not have is no place to be near to`() throws {
    let nowhere = PracticeLocation(postcode: "9999", locality: "Erewhon", state: "WA")
    #expect(try labels("rich", near: [nowhere]) == labels("rich", near: []))
  }

  @Test
  func `what somebody predicts comes as well, first where nobody is near, and else before what is as near`()
    throws
  {
    let localities = try RepositoryData.localities()
    let predicted = try ["Kew VIC 3101", "Richmond NSW 2755"].map {
      try #require(localities.place(meantBy: $0))
    }
    func labels(near places: [PracticeLocation]) -> [String] {
      localities.suggestions(for: "richmond", predicted: predicted, near: places, atMost: 20).map(
        \.location.label)
    }
    let everywhere = labels(near: [])
    #expect(everywhere.prefix(2) == ["Kew VIC 3101", "Richmond NSW 2755"])
    #expect(everywhere.count == Set(everywhere).count && everywhere.contains("Richmond VIC 3121"))
    #expect(labels(near: [melbourne]).prefix(2) == ["Richmond VIC 3121", "Kew VIC 3101"])
    #expect(labels(near: [sydney]).first == "Richmond NSW 2755")
  }
}
