import Foundation

extension Schedule {
  /// The times between two instants that this schedule names and that some of the recipients' clocks jump over: nobody there
  /// gets anything then. In order of time, each once.
  public func skippedTimes(recipientZones: [TimeZone], from start: Date, to end: Date) -> [SkippedTime] {
    let zones = Set(recipientZones.map(readingZone))
    let skipped = zones.flatMap { zone in
      onCalendar.flatMap { $0.skippedTimes(from: start, to: end, in: zone) }
    }
    return Set(skipped).sorted { ($0.change, $0.localTime, $0.zone) < ($1.change, $1.localTime, $1.zone) }
  }
}
