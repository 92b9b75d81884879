import Foundation
import Testing

@testable import Domain

struct NearPlaceTests {
  @Test func `the way above a line is the way that the line was made of`() {
    for kilometres in [1.0, 10, 250, 5_000] {
      let square = Chord.squared(kilometres: kilometres)
      #expect(abs(Chord.kilometres(squared: square) - kilometres) < 1e-6)
    }
  }

  @Test func `a place is meant by its label, its postcode, or a name that is its own`() throws {
    let localities = try RepositoryData.localities()
    let corinda = try #require(PracticeLocation(label: "Corinda QLD 4075").flatMap(localities.row))
    #expect(
      localities.near("Corinda QLD 4075") == .place(label: "Corinda QLD 4075", point: corinda.coordinates))
    #expect(localities.near("corinda") == .place(label: "Corinda QLD 4075", point: corinda.coordinates))
    #expect(localities.near("") == .nowhere)
    #expect(localities.near("no such place at all") == .unknown)
    guard case .ambiguous(let choices) = localities.near("richmond") else {
      Issue.record("Richmond is one place")
      return
    }
    #expect(choices.count > 2)
    #expect(choices.allSatisfy { $0.locality.hasPrefix("Richmond") })
    let middle = try #require(localities.near("4075").point)
    #expect(middle.kilometres(to: corinda.coordinates) < 5)
  }
}
