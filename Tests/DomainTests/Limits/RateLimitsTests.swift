import Foundation
import Testing

@testable import Domain

@Suite struct `Rate limits` {
  private static let allowance = Allowance(atOnce: 3, secondsEach: 10)

  @Test func `let so many through at once, then one each so many seconds`() {
    var limits = RateLimits<String>(Self.allowance, mostKeys: 100)
    for _ in 0..<3 { #expect(limits.take("a", now: Sample.now) == nil) }
    #expect(limits.take("a", now: Sample.now) == 10)
    #expect(limits.take("a", now: Sample.now + 4) == 6)
    #expect(limits.take("a", now: Sample.now + 10) == nil)
    #expect(limits.take("a", now: Sample.now + 10) == 10)
    #expect(limits.take("b", now: Sample.now + 10) == nil, "everyone has their own")
  }

  @Test func `give everything back to whoever waits`() {
    var limits = RateLimits<String>(Self.allowance, mostKeys: 100)
    for _ in 0..<3 { _ = limits.take("a", now: Sample.now) }
    for _ in 0..<3 { #expect(limits.take("a", now: Sample.now + 30) == nil) }
    #expect(limits.take("a", now: Sample.now + 30) != nil)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `never let through more than the allowance in any stretch of time`(seed: UInt64) {
    var chance = SeededGenerator(seed: seed)
    var limits = RateLimits<Int>(Self.allowance, mostKeys: 100)
    var now = Sample.now
    var passed: [Date] = []
    for _ in 0..<500 {
      now += Double.random(in: 0...8, using: &chance)
      if limits.take(1, now: now) == nil { passed.append(now) }
    }
    for (index, start) in passed.enumerated() {
      for seconds in [0.0, 5, 35, 100, 1_000] {
        let within = passed[index...].prefix { $0 <= start + seconds }.count
        #expect(Double(within) <= 3 + seconds / 10 + 1e-6)
      }
    }
  }

  @Test func `do not keep anybody out because the clock was set back`() {
    var limits = RateLimits<String>(Self.allowance, mostKeys: 100)
    for _ in 0..<3 { _ = limits.take("a", now: Sample.now) }
    let back = Sample.now - 86_400
    #expect(limits.take("a", now: back).map { $0 <= 10 } ?? true)
    #expect(limits.take("a", now: back + 10) == nil)
  }

  @Test func `stay bounded, and inventing names frees nobody who used theirs up`() {
    var limits = RateLimits<Int>(Self.allowance, mostKeys: 1_000)
    for _ in 0..<3 { _ = limits.take(-1, now: Sample.now) }
    for name in 0..<20_000 { _ = limits.take(name, now: Sample.now) }
    #expect(limits.count <= 1_000)
    #expect(limits.take(-1, now: Sample.now) != nil)
  }
}
