import Foundation
import Testing

@testable import Domain

struct AwayListingTests {
  private static let until = Sample.now + 30 * Sample.day

  @Test func `a listing knows until when its practitioner is away`() throws {
    let listing = try Sample.listing(wait: nil, awayUntil: Self.until)
    #expect(listing.awayUntil == Self.until)
    for (moment, isAway) in [(Sample.now, true), (Self.until - 0.001, true), (Self.until, false)] {
      #expect(listing.isAway(at: moment) == isAway)
      #expect(try Sample.practitioner(awayUntil: Self.until).isAway(at: moment) == isAway)
    }
    #expect(!(try Sample.listing(wait: nil).isAway(at: Sample.now)))
  }

  @Test(arguments: ConfirmationMeans.allCases, [-400.0, 0, 29, 29.999])
  func `who comes back is not confirmed, whatever was said before`(means: ConfirmationMeans, days: Double)
    throws
  {
    let wait = StatedWait(.now, confirmedAt: Sample.now + days * Sample.day, means: means)
    let listing = try Sample.listing(wait: wait, awayUntil: Self.until)
    for later in [0.0, 1, 60, 5_000] {
      #expect(listing.freshness(now: Self.until + later * Sample.day) == .stale)
    }
  }

  @Test(arguments: ConfirmationMeans.allCases, [0.0, 1, 40])
  func `what is said once back counts as ever`(means: ConfirmationMeans, days: Double) throws {
    let wait = StatedWait(.now, confirmedAt: Self.until + days * Sample.day, means: means)
    let listing = try Sample.listing(wait: wait, awayUntil: Self.until)
    for later in [0.0, 13, 15, 61, 63] {
      let now = wait.confirmedAt + later * Sample.day
      #expect(listing.freshness(now: now) == Freshness(of: wait, now: now))
    }
  }

  @Test func `who was never away, or came back sooner, is as fresh as their wait`() throws {
    for days in [0.0, 15, 63] {
      let wait = Sample.wait(.now, daysAgo: days)
      let freshness = try Sample.listing(wait: wait).freshness(now: Sample.now)
      #expect(freshness == Freshness(of: wait, now: Sample.now))
    }
    #expect(try Sample.listing(wait: nil, awayUntil: Self.until).freshness(now: Self.until) == .stale)
  }

  @Test(arguments: WaitingPeriod.allCases)
  func `away is closed, and opens again by itself as not confirmed`(period: WaitingPeriod) throws {
    let listing = try Sample.listing(wait: Sample.wait(period, daysAgo: 0), awayUntil: Self.until)
    #expect(Availability(of: listing, now: Sample.now).group == .closed)
    #expect(Availability(of: listing, now: Self.until - 1).group == .closed)
    let back = Availability(of: listing, now: Self.until)
    #expect(back.group == (period.isOpen ? .openNotConfirmed : .closed))
    #expect(back.period == period)
  }

  @Test(arguments: 1...30)
  func `silence never improves a sort key but by coming back`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) &* 57)
    for number in 1...40 {
      let until = Sample.now + Double.random(in: -90...90, using: &generator) * Sample.day
      let listing = try Sample.listing(
        number, wait: Sample.randomWait(using: &generator),
        awayUntil: Bool.random(using: &generator) ? until : nil)
      let first = Sample.now + Double.random(in: -90...90, using: &generator) * Sample.day
      let second = first + Double.random(in: 0...90, using: &generator) * Sample.day
      let (before, after) = (Availability(of: listing, now: first), Availability(of: listing, now: second))
      let comesBack = listing.isAway(at: first) && !listing.isAway(at: second)
      #expect(before <= after || comesBack)
      if comesBack {
        #expect(after.group != .openAndConfirmed || listing.wait.map { $0.confirmedAt >= until } == true)
      }
    }
  }

  @Test func `the directory sets those who are away behind those who are open`() throws {
    let away = try Sample.listing(1, wait: Sample.wait(.now, daysAgo: 0), awayUntil: Self.until)
    let stale = try Sample.listing(2, wait: Sample.wait(.overSixMonths, daysAgo: 300))
    let unsaid = try Sample.listing(3, wait: nil)
    let directory = Directory([away, stale, unsaid])
    #expect(directory.byAvailability(now: Sample.now).last == away)
    #expect(directory.byAvailability(now: Self.until).first == away)
  }
}
