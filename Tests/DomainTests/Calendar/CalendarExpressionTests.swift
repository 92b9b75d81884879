import Domain
import Foundation
import Testing

@Suite struct CalendarExpressionTests {
  static let expressions = [
    "minutely", "hourly", "Mon..Fri 09:00", "*-*~01 23:59", "02:30", "*:0/7", "2..3:0/15", "*:*:0/0.3",
    "*:*:*", "quarterly", "Sun *-02-29", "*-*-1..7/3 0/5:30", "0:0:0.000001", "02:30 Europe/Berlin", "*-*-31",
  ]
  static let zones = [
    "Australia/Sydney", "Australia/Lord_Howe", "Australia/Perth", "Europe/Berlin", "America/New_York", "UTC",
    "Pacific/Apia", "America/Havana",
  ]

  @Test(arguments: expressions, zones)
  func `the next instant is later than the date, and no instant lies between`(
    text: String, zone: String
  ) throws {
    let expression = try CalendarExpression(text)
    let zone = try #require(TimeZone(identifier: zone))
    var random = SplitMix(state: UInt64(text.count))
    for _ in 0..<100 {
      let date = Date(timeIntervalSince1970: Double.random(in: 0...2e9, using: &random))
      let next = try #require(expression.next(after: date, in: zone))
      #expect(next > date)
      let between = Date(timeIntervalSince1970: (date.timeIntervalSince1970 + next.timeIntervalSince1970) / 2)
      if between < next { #expect(expression.next(after: between, in: zone) == next) }
      #expect(try #require(expression.next(after: next, in: zone)) > next)
    }
  }

  @Test(arguments: ["2026-02-30", "*-02-30", "Mon *-02,04,06,09,11-31", "1999-01-01", "@86400"])
  func `an expression that never fires again gives nil`(text: String) throws {
    let date = try Date("2026-01-01T00:00:00Z", strategy: .iso8601)
    #expect(try CalendarExpression(text).next(after: date, in: .gmt) == nil)
  }

  @Test(arguments: [-Double.infinity, -1e18, 0, 7_258_118_399, 7.3e9, 1e300, .infinity, .nan])
  func `any date at all can be asked from`(seconds: Double) throws {
    let next = try CalendarExpression("daily").next(after: Date(timeIntervalSince1970: seconds), in: .gmt)
    #expect(next?.timeIntervalSince1970 == (seconds < 0 ? 0 : seconds == 0 ? 86_400 : nil))
  }

  @Test func `an expression that names a zone wins over the zone given`() throws {
    let expression = try CalendarExpression("09:00 Australia/Perth")
    #expect(expression.timeZone == TimeZone(identifier: "Australia/Perth"))
    #expect(try CalendarExpression("09:00").timeZone == nil)
    let date = try Date("2026-06-01T00:00:00Z", strategy: .iso8601)
    let sydney = try #require(TimeZone(identifier: "Australia/Sydney"))
    #expect(expression.next(after: date, in: sydney)?.formatted(.iso8601) == "2026-06-01T01:00:00Z")
  }

  @Test func `a step ends with its month`() throws {
    let date = try Date("2024-12-24T00:00:00Z", strategy: .iso8601)
    let next = try CalendarExpression("Mon,Wed,Sat *-*-20,06,5/18").next(after: date, in: .gmt)
    #expect(next?.formatted(.iso8601) == "2025-01-06T00:00:00Z")
  }

  @Test func `random text is refused or understood, and never traps`() throws {
    var random = SplitMix(state: 252)
    let alphabet = Array("0123456789*,./:-~@ .. Mon Tue daily UTC Australia/Sydney é👍\u{301}\u{0}٣\r\n")
    let date = Date(timeIntervalSince1970: 1.77e9)
    for _ in 0..<20_000 {
      let length = Int.random(in: 0...24, using: &random)
      let text = String((0..<length).compactMap { _ in alphabet.randomElement(using: &random) })
      guard let expression = try? CalendarExpression(text) else { continue }
      _ = expression.next(after: date, in: .gmt)
      #expect(try CalendarExpression(expression.normalized) == expression, "\(text)")
    }
  }
}

/// SplitMix64: the same numbers on every run.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
