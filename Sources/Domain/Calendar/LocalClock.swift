import Foundation

/// A wall clock in a time zone: when does it show a local time, and which times has it shown already?
///
/// It assumes that a zone changes at most once within 28 hours, which holds for every zone since 1970.
/// Instants are microseconds since 1970 unless they are called seconds.
struct LocalClock {
  let zone: TimeZone

  enum Reading {
    /// The first instant at which the clock shows the time.
    case shown(Int)
    /// The clock was put forward over the time, and went on at `resumption`.
    case skipped(resumption: LocalTime)
  }

  /// Whole seconds, rounded down.
  static func seconds(_ microseconds: Int) -> Int {
    let (seconds, rest) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
    return rest < 0 ? seconds - 1 : seconds
  }

  func reading(_ local: LocalTime) -> Reading {
    // No zone is more than 14 hours from UTC, so the instants asked about lie between these two.
    let before = offset(at: local.seconds - 14 * 3600)
    let after = offset(at: local.seconds + 14 * 3600)
    for offset in [before, after] where self.offset(at: local.seconds - offset) == offset {
      return .shown(local.microseconds - offset * 1_000_000)
    }
    let change = firstSecond(notAt: before, from: local.seconds - after, to: local.seconds - before)
    return .skipped(resumption: LocalTime(microseconds: (change + after) * 1_000_000))
  }

  /// The first local time that the clock has not shown at or before `instant`. In the second pass through an
  /// hour that happens twice, that is the hour's end.
  func firstUnseen(after instant: Int) -> LocalTime {
    let second = Self.seconds(instant)
    let now = offset(at: second)
    let next = LocalTime(microseconds: instant + now * 1_000_000 + 1)
    let before = offset(at: second - 25 * 3600)
    guard before > now else { return next }
    let change = firstSecond(notAt: before, from: second - 25 * 3600, to: second)
    return max(next, LocalTime(microseconds: (change + before) * 1_000_000))
  }

  /// Seconds east of UTC.
  func offset(at second: Int) -> Int {
    zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
  }

  /// The second at which the offset ceases to be `offset`, which it is at `from` and is not at `to`.
  private func firstSecond(notAt offset: Int, from: Int, to: Int) -> Int {
    var (at, past) = (from, to)
    while past - at > 1 {
      let middle = at + (past - at) / 2
      if self.offset(at: middle) == offset { at = middle } else { past = middle }
    }
    return past
  }
}
