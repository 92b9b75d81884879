import Foundation
import Testing

@testable import Domain

struct FreshnessTests {
  /// Days, and seconds beyond them.
  private static let edges: [(Double, Double, Freshness)] = [
    (0, -3_600, .updated), (0, 0, .updated), (14, -1, .updated), (14, 0, .updated), (14, 0.001, .current),
    (14, 1, .current), (62, -1, .current), (62, 0, .current), (62, 0.001, .stale), (62, 1, .stale),
    (4_000, 0, .stale),
  ]

  @Test(arguments: edges)
  func `the edges lie at 14 and 62 days`(days: Double, seconds: Double, expected: Freshness) {
    let age = days * Sample.day + seconds
    for means in [ConfirmationMeans.email, .site] {
      let wait = StatedWait(.now, confirmedAt: Sample.now - age, means: means)
      #expect(Freshness(of: wait, now: Sample.now) == expected)
    }
  }

  @Test(arguments: [ConfirmationMeans.import, .operator], [-1.0, 0, 1, 13, 14, 15, 61, 62])
  func `an import or an operator's edit never earns the badge`(means: ConfirmationMeans, days: Double) {
    #expect(Freshness(of: Sample.wait(.now, daysAgo: days, means: means), now: Sample.now) == .current)
  }

  @Test(arguments: ConfirmationMeans.allCases)
  func `beyond 62 days everything is stale`(means: ConfirmationMeans) {
    #expect(Freshness(of: Sample.wait(.now, daysAgo: 62.001, means: means), now: Sample.now) == .stale)
    #expect(means.isPersonal == (means == .email || means == .site))
  }

  @Test func `what was never said is stale`() {
    #expect(Freshness(of: nil, now: Sample.now) == .stale)
  }

  @Test(arguments: 1...50)
  func `freshness only fades`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let wait = Sample.randomWait(using: &generator)
    var last = Freshness.updated
    for hour in stride(from: 0, through: 200 * 24, by: 7) {
      let now = Freshness(of: wait, now: Sample.now + Double(hour) * 3_600)
      #expect(now >= last)
      last = now
    }
  }
}
