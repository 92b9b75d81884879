import Foundation

/// The clocks of a zone, reckoned apart from Domain: seconds since 1970, local ones as if they were UTC.
struct ZoneClock {
  let zone: TimeZone

  struct Unknown: Error { let name: String }

  init(_ name: String) throws {
    guard let zone = TimeZone(identifier: name) else { throw Unknown(name: name) }
    self.zone = zone
  }

  func offset(at instant: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(instant)))
  }

  /// What the clocks show at an instant.
  func local(at instant: Int) -> Int { instant + offset(at: instant) }

  /// The first instant at which the clocks show a local time; nil when they never do.
  func first(showing local: Int) -> Int? {
    [local - 86_400, local + 86_400].map { local - offset(at: $0) }.filter { self.local(at: $0) == local }
      .min()
  }

  /// Whether the clocks show a time that they have shown before.
  func isSecondPass(_ instant: Int) -> Bool { first(showing: local(at: instant)) != instant }

  /// The instants at which the clocks are put forward or back.
  func changes(in range: ClosedRange<Int>) -> [Int] {
    var changes: [Int] = []
    var cursor = Date(timeIntervalSince1970: Double(range.lowerBound))
    while let change = zone.nextDaylightSavingTimeTransition(after: cursor), change > cursor,
      Int(change.timeIntervalSince1970) <= range.upperBound
    {
      changes.append(Int(change.timeIntervalSince1970))
      cursor = change
    }
    return changes
  }
}
