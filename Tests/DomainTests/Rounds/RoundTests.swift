import Foundation
import Testing

@testable import Domain

struct RoundTests {
  @Test func `a round is the month where its reader's clocks are right`() throws {
    // Midnight of 1 December in Sydney.
    let instant = try Date("2026-11-30T13:00:00Z", strategy: .iso8601)
    #expect(Round(at: instant, in: Sample.sydney).description == "2026-12")
    #expect(Round(at: instant - 1, in: Sample.sydney).description == "2026-11")
    #expect(Round(at: instant, in: Sample.perth).description == "2026-11")
    #expect(Round(at: try Date("2027-01-01T00:00:00Z", strategy: .iso8601), in: .gmt).words == "January 2027")
  }

  @Test func `a round is found again by its name`() throws {
    var last: Round?
    for year in [1, 999, 1970, 2026, 2027, 9999] {
      for month in 1...12 {
        let name =
          String(repeating: "0", count: 4 - String(year).count) + "\(year)-" + (month < 10 ? "0" : "")
          + "\(month)"
        let round = try #require(Round(name))
        #expect(round.description == name)
        #expect(round.year == year && round.month == month)
        #expect(round.words.hasSuffix(" \(year)"))
        if let last { #expect(last < round) }
        #expect(try JSONDecoder().decode(Round.self, from: JSONEncoder().encode(round)) == round)
        last = round
      }
    }
  }

  @Test(arguments: [
    "", "2026", "2026-", "-12", "2026-13", "2026-00", "0000-01", "2026-1", "26-12", "2026-012", "2026-12-01",
    "2026/12",
    " 2026-12", "2026-12 ", "202a-12", "2026-1a", "２０２６-12", "fresh-20780", "+026-01", "2026-+1", "2026--1",
  ])
  func `another name is no round`(name: String) {
    #expect(Round(name) == nil)
  }
}
