import Foundation

/// When a schedule is due.
public enum FiringDecision {
  /// What one look at the clock brings.
  public struct Look: Hashable, Sendable {
    /// What fires now.
    public var firing: Firing?
    /// What passed and is not made up for, oldest first; of very many, the newest hundred.
    public var missed: [MissedFiring]

    /// What a look brought.
    public init(firing: Firing? = nil, missed: [MissedFiring] = []) {
      self.firing = firing
      self.missed = missed
    }
  }

  /// A schedule by the minute that stood still for a year has missed half a million times.
  private static let mostMissed = 100

  /// Looks at the times of `schedule` in (`since`, `now`], for recipients in `zone`.
  ///
  /// After any number of missed ones the last fires, as `Persistent=true` does, unless its cut-off has passed too.
  ///
  /// - Parameter startedAt: since when somebody has been looking: a schedule that is not persistent makes up for nothing
  ///   before that.
  public static func look(
    _ schedule: Schedule, zone: TimeZone, since: Date, startedAt: Date, now: Date
  ) -> Look {
    let passed = times(of: schedule, zone: zone, since: since, until: now).map {
      Firing(schedule: schedule.name, zone: zone.identifier, instant: $0)
    }
    guard let last = passed.last else { return Look() }
    var look = Look(missed: passed.dropLast().map { MissedFiring($0, .overtaken) })
    if !schedule.isPersistent, last.instant <= startedAt {
      look.missed.append(MissedFiring(last, .stopped))
    } else if last.instant + schedule.terms.randomizedDelay + schedule.terms.cutOff < now {
      look.missed.append(MissedFiring(last, .pastCutOff))
    } else {
      look.firing = last
    }
    return look
  }

  /// Every time of `schedule` after `start`, up to and including `end`, for recipients in `zone`.
  public static func upcoming(_ schedule: Schedule, zone: TimeZone, after start: Date, through end: Date)
    -> [Firing]
  {
    sequence(first: start) { schedule.next(after: $0, recipientZone: zone) }
      .dropFirst().prefix { $0 <= end }
      .map { Firing(schedule: schedule.name, zone: zone.identifier, instant: $0) }
  }

  /// The last times in (`since`, `now`], one more than are told as missed.
  private static func times(of schedule: Schedule, zone: TimeZone, since: Date, until now: Date) -> [Date] {
    var times: [Date] = []
    var cursor = start(of: schedule, zone: zone, since: since, until: now)
    while let next = schedule.next(after: cursor, recipientZone: zone), next <= now {
      times.append(next)
      if times.count > mostMissed + 1 { times.removeFirst() }
      cursor = next
    }
    return times
  }

  /// Where the walk to `now` may begin: years of missed minutes are skipped over when an hour holds enough of them.
  private static func start(of schedule: Schedule, zone: TimeZone, since: Date, until now: Date) -> Date {
    let windows: [TimeInterval] = [3_600, 2 * 86_400, 100 * 86_400, 5_000 * 86_400]
    return windows.map { now - $0 }.first { start in
      guard start > since else { return false }
      let times = sequence(first: start) { schedule.next(after: $0, recipientZone: zone) }
      return times.dropFirst().prefix { $0 <= now }.prefix(mostMissed + 1).count > mostMissed
    } ?? since
  }
}
