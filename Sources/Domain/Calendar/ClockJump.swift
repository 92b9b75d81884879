import Foundation

/// Clocks put forward: local times from `first` up to, but not including, `resumption` are never shown.
struct ClockJump {
  /// The instant of it.
  let change: Date
  let first: LocalTime
  let resumption: LocalTime
}

extension LocalClock {
  /// The times this clock is put forward, from `start` up to, but not including, `end`.
  func jumps(from start: Date, to end: Date) -> [ClockJump] {
    var jumps: [ClockJump] = []
    // Changes fall on whole seconds, so one at `start` itself is found from the second before.
    var cursor = start - 1
    while let change = zone.nextDaylightSavingTimeTransition(after: cursor), change > cursor, change < end {
      if change >= start, let jump = jump(at: change) { jumps.append(jump) }
      cursor = change
    }
    return jumps
  }

  /// Nil where clocks are put back, or nothing but the zone's abbreviation changes.
  private func jump(at change: Date) -> ClockJump? {
    let second = Int(change.timeIntervalSince1970)
    let (before, after) = (offset(at: second - 1), offset(at: second))
    guard before < after else { return nil }
    return ClockJump(
      change: change, first: LocalTime(microseconds: (second + before) * 1_000_000),
      resumption: LocalTime(microseconds: (second + after) * 1_000_000))
  }
}
