import Foundation
import Testing

@testable import Domain

struct AvailabilityTests {
  private static func randomListings(_ count: Int, seed: Int) throws -> [Listing] {
    var generator = SeededGenerator(seed: UInt64(seed))
    return try (1...count).map { try Sample.listing($0, wait: Sample.randomWait(using: &generator)) }
  }

  @Test(arguments: 1...30)
  func `silence never improves a sort key`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &* 31)
    for listing in try Self.randomListings(40, seed: seed) {
      let first = Sample.now + Double.random(in: -90...90, using: &generator) * Sample.day
      let second = first + Double.random(in: 0...90, using: &generator) * Sample.day
      #expect(Availability(of: listing, now: first) <= Availability(of: listing, now: second))
    }
  }

  @Test(arguments: 1...20)
  func `of two listings that stay silent, the one said later is never overtaken within a band`(seed: Int)
    throws
  {
    let listings = try Self.randomListings(30, seed: seed)
    for left in listings {
      for right in listings {
        guard let one = left.wait, let other = right.wait, one.period == other.period,
          one.confirmedAt > other.confirmedAt
        else { continue }
        for days in stride(from: 0.0, through: 150, by: 13) {
          let later = Sample.now + days * Sample.day
          #expect(Availability(of: left, now: later) < Availability(of: right, now: later))
        }
      }
    }
  }

  @Test(arguments: 1...20)
  func `the order is total`(seed: Int) throws {
    let keys = try Self.randomListings(15, seed: seed).map { Availability(of: $0, now: Sample.now) }
    for one in keys {
      #expect(!(one < one))
      for two in keys where one != two {
        #expect((one < two) != (two < one))
        for three in keys where one < two && two < three { #expect(one < three) }
      }
    }
  }

  @Test(arguments: 1...10)
  func `the directory's order is stable whatever order it was filled in`(seed: Int) throws {
    let listings = try Self.randomListings(60, seed: seed)
    var generator = SeededGenerator(seed: UInt64(seed))
    let expected = Directory(listings).byAvailability(now: Sample.now)
    for _ in 0..<5 {
      #expect(Directory(listings.shuffled(using: &generator)).byAvailability(now: Sample.now) == expected)
    }
  }

  @Test func `open and confirmed come first, then open and not confirmed lately, then closed`() throws {
    let waits: [StatedWait?] = [
      Sample.wait(.now, daysAgo: 0), Sample.wait(.now, daysAgo: 20),
      Sample.wait(.now, daysAgo: 62, means: .import),
      Sample.wait(.twoWeeks, daysAgo: 0), Sample.wait(.oneMonth, daysAgo: 61), Sample.wait(.threeMonths),
      Sample.wait(.sixMonths), Sample.wait(.overSixMonths, daysAgo: 62),
      Sample.wait(.now, daysAgo: 63), Sample.wait(.now, daysAgo: 700),
      Sample.wait(.overSixMonths, daysAgo: 9_000),
      nil, Sample.wait(.closed, daysAgo: 0), Sample.wait(.closed, daysAgo: 100),
    ]
    let expected = try waits.enumerated().map { try Sample.listing($0 + 1, wait: $1) }
    #expect(Directory(expected.reversed()).byAvailability(now: Sample.now) == expected)
  }

  @Test func `equal waits are ordered by identifier`() throws {
    let wait = Sample.wait(.oneMonth)
    let order = Directory(try (1...50).map { try Sample.listing($0, wait: wait) }).byAvailability(
      now: Sample.now)
    #expect(order.map(\.practitioner) == order.map(\.practitioner).sorted())
  }

  @Test(arguments: WaitingPeriod.allCases)
  func `saying the same again never moves a listing back`(period: WaitingPeriod) throws {
    for days in [0.0, 1, 14, 15, 62, 63, 400] {
      let silent = try Sample.listing(wait: Sample.wait(period, daysAgo: days))
      let said = try Sample.listing(wait: Sample.wait(period, daysAgo: 0))
      #expect(Availability(of: said, now: Sample.now) <= Availability(of: silent, now: Sample.now))
    }
  }
}
