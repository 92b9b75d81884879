import Foundation
import Testing

@testable import Domain

struct PaceTests {
  @Test(arguments: [1, 2, 7, 60, 100, 1_000], 1...8)
  func `no more than so many begin in any minute`(perMinute: Int, seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var pace = Pace(perMinute: perMinute, start: Sample.now)
    var now = Sample.now
    var begun: [(at: Date, count: Int)] = []
    for _ in 0..<3_000 {
      // Mostly soon again, now and then after a long silence.
      let isLong = Int.random(in: 0..<50, using: &generator) == 0
      now +=
        isLong ? Double.random(in: 0...200, using: &generator) : Double.random(in: 0...0.5, using: &generator)
      begun.append((now, pace.take(Int.random(in: 0...perMinute, using: &generator), now: now)))
    }
    var (oldest, within, most) = (0, 0, 0)
    for (at, count) in begun {
      within += count
      while at.timeIntervalSince(begun[oldest].at) >= 60 {
        within -= begun[oldest].count
        oldest += 1
      }
      most = max(most, within)
    }
    #expect(most <= perMinute)
  }

  @Test(arguments: [1, 6, 60, 600])
  func `somebody who always asks gets nearly all that is allowed`(perMinute: Int) {
    var pace = Pace(perMinute: perMinute, start: Sample.now)
    var total = 0
    for tick in 0..<36_000 { total += pace.take(10, now: Sample.now + Double(tick) / 10) }
    #expect(total <= perMinute * 61)
    #expect(total >= perMinute * 58)
  }

  @Test func `never more than wanted are taken`() {
    var pace = Pace(perMinute: 600, start: Sample.now)
    for wanted in 0...5 { #expect(pace.take(wanted, now: Sample.now + 100 + Double(wanted)) <= wanted) }
    #expect(pace.take(0, now: Sample.now + 900) == 0)
  }

  @Test func `without a limit all may begin`() {
    var pace = Pace(perMinute: 0, start: Sample.now)
    #expect(pace.take(100_000, now: Sample.now) == 100_000)
    #expect(pace.wait(now: Sample.now) == 0)
  }

  @Test(arguments: [1, 7, 60, 900])
  func `after the wait it tells the next may begin, and not before`(perMinute: Int) {
    var pace = Pace(perMinute: perMinute, start: Sample.now)
    var now = Sample.now
    #expect(pace.wait(now: now) == 0)
    for _ in 0..<50 {
      _ = pace.take(5, now: now)
      let wait = pace.wait(now: now)
      if wait > 0.001 {
        var early = pace
        #expect(early.take(1, now: now + wait - 0.001) == 0)
      }
      now += wait + 0.000_001
      #expect(pace.take(1, now: now) == 1)
    }
  }
}
