import Foundation

/// The instants from which ours and systemd's calendars are compared, in seconds since 1970.
///
/// They begin in 2012. Until 2011 Newfoundland's clocks were put forward at one minute past midnight, and systemd 252 then
/// loses the rest of an hour whose first minute is skipped (`ClockChangeTests` has that case).
///
/// None lies in the second pass of an hour that happens twice in its own zone: asked from there, systemd 252 may fire
/// again at times that have passed, and by the rule nothing fires until that hour is over.
struct CalendarBases {
  /// Close before or after ten changes, put forward and back in turn, of twenty years.
  let beside: [Int]
  /// Any time in twenty years.
  let elsewhere: [Int]
  var all: [Int] { beside + elsewhere }

  private static let years = 1_325_376_000...1_956_528_000  // 2012-01-01 to 2032-01-01

  /// Where no clocks change, Sydney's changes do as well as any other times.
  init(_ name: String) throws {
    let zone = try ZoneClock(name)
    let own = zone.changes(in: Self.years)
    let changes = own.isEmpty ? try ZoneClock("Australia/Sydney").changes(in: Self.years) : own
    var chance = Chance(state: UInt64(name.utf8.count))
    beside = (0..<10).map { number in
      let change = changes[(number * 4 + number % 2) % changes.count]
      let distances = [-172_800, -86_400, -7200, -5400, -1800, -601, -60, -1, 10_800, 86_400]
      return change + distances[Int(chance.next() % UInt64(distances.count))]
    }
    elsewhere = (0..<10).map { _ in
      Self.years.lowerBound + Int(chance.next() % UInt64(Self.years.count))
    }
  }
}
