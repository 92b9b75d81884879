import Foundation

/// Compares what Foundation knows of a zone with what the system's file says. Foundation carries its own data
/// and never looks at the system's, so an update of tzdata alone does not reach this program.
public enum ZoneAgreement {
  /// The first second from `from` to `to` (both included, held to the years 1000 to 9999) at which the two
  /// reckon different offsets; nil when they agree throughout.
  ///
  /// Looks just before and at every change of both, and once a day in between (at 10,000 moments for spans
  /// longer than that many days), so a change that Foundation does not announce is still found when it lasts
  /// a day.
  public static func compare(
    _ zone: TimeZone, with file: ZoneFile, from: Date, to: Date
  ) -> ZoneDisagreement? {
    let (first, last) = (ZoneClock.second(of: from), ZoneClock.second(of: to))
    guard first <= last else { return nil }
    let comparison = Comparison(zone: zone, file: file)
    var agreed = first
    for second in comparison.moments(from: first, to: last) {
      guard comparison.agrees(at: second) else {
        return comparison.disagreement(at: comparison.firstDisagreement(after: agreed, to: second))
      }
      agreed = second
    }
    return nil
  }
}

private struct Comparison {
  let zone: TimeZone
  let file: ZoneFile

  func agrees(at second: Int) -> Bool {
    zone.secondsFromGMT(for: date(second)) == file.offset(at: date(second))
  }

  /// Ascending, from the first to the last second.
  func moments(from first: Int, to last: Int) -> [Int] {
    let step = max(ZoneClock.day, (last - first) / 10_000)
    let changes =
      file.changes(from: date(first), to: date(last)).map(ZoneClock.second)
      + announced(from: first, to: last)
    return Set(changes.flatMap { [$0 - 1, $0] } + stride(from: first, to: last, by: step) + [last]).sorted()
  }

  /// Foundation's changes, until it says nil or a change that is no later than the one before.
  private func announced(from first: Int, to last: Int) -> [Int] {
    var changes: [Int] = []
    var at = first
    while let next = zone.nextDaylightSavingTimeTransition(after: date(at)).map(ZoneClock.second),
      next > at, next <= last
    {
      changes.append(next)
      at = next
    }
    return changes
  }

  /// The first of the seconds up to `second`, at which they differ; they agree at `agreed`, unless it is the
  /// same.
  func firstDisagreement(after agreed: Int, to second: Int) -> Int {
    var (low, high) = (agreed, second)
    while high - low > 1 {
      let middle = low + (high - low) / 2
      if agrees(at: middle) { low = middle } else { high = middle }
    }
    return high
  }

  func disagreement(at second: Int) -> ZoneDisagreement {
    ZoneDisagreement(
      zone: zone.identifier, instant: date(second),
      program: zone.secondsFromGMT(for: date(second)), system: file.offset(at: date(second)))
  }

  private func date(_ second: Int) -> Date { Date(timeIntervalSince1970: Double(second)) }
}
