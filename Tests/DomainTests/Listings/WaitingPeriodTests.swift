import Foundation
import Testing

@testable import Domain

struct WaitingPeriodTests {
  @Test func `there are seven bands, best first, with the slugs that links and files hold on to`() {
    let slugs = ["now", "2-weeks", "1-month", "3-months", "6-months", "over-6-months", "closed"]
    #expect(WaitingPeriod.allCases.map(\.slug) == slugs)
    #expect(WaitingPeriod.allCases.map(\.rank) == Array(0...6))
    #expect(WaitingPeriod.allCases.sorted() == WaitingPeriod.allCases)
    #expect(WaitingPeriod.allCases.filter { !$0.isOpen } == [.closed])
  }

  @Test(arguments: WaitingPeriod.allCases)
  func `a band is found again by its rank and its slug`(period: WaitingPeriod) {
    #expect(WaitingPeriod(rank: period.rank) == period)
    #expect(WaitingPeriod(rawValue: period.slug) == period)
    #expect(!period.label.isEmpty)
  }

  @Test(arguments: [-1, 7, 255, Int.max, Int.min])
  func `no band has another rank`(rank: Int) {
    #expect(WaitingPeriod(rank: rank) == nil)
  }

  @Test func `no two labels are alike`() {
    #expect(Set(WaitingPeriod.allCases.map(\.label)).count == 7)
  }
}
