import Foundation

/// The rules of one zone around one moment, as a calendar carries them (RFC 5545, section 3.6.5): every change of its clocks
/// from the one before the moment to a year after it, so that a program which knows no zones is right as well.
struct CalendarZonePart {
  let zone: TimeZone
  let moment: Date

  /// No zone that changes its clocks keeps them for longer, in seconds.
  private static let before: TimeInterval = 400 * 86_400
  private static let after: TimeInterval = 366 * 86_400

  func add(to calendar: inout CalendarText) {
    calendar.add("BEGIN:VTIMEZONE")
    calendar.add("TZID:\(zone.identifier)")
    let changes = changes
    if changes.first.map({ $0 > moment }) ?? true { addObservance(at: nil, to: &calendar) }
    for change in changes { addObservance(at: change, to: &calendar) }
    calendar.add("END:VTIMEZONE")
  }

  /// In order; of those before the moment only the last.
  private var changes: [Date] {
    var found: [Date] = []
    var cursor = moment - Self.before
    while let next = zone.nextDaylightSavingTimeTransition(after: cursor), next > cursor,
      next <= moment + Self.after
    {
      found.append(next)
      cursor = next
    }
    let last = found.lastIndex { $0 <= moment } ?? 0
    return Array(found.dropFirst(last))
  }

  /// What holds from a change on; without one, what held for as long as it matters.
  private func addObservance(at change: Date?, to calendar: inout CalendarText) {
    let from = change.map { zone.secondsFromGMT(for: $0 - 1) } ?? zone.secondsFromGMT(for: moment)
    let to = change.map { zone.secondsFromGMT(for: $0) } ?? from
    let name = change.map { zone.isDaylightSavingTime(for: $0) } ?? false ? "DAYLIGHT" : "STANDARD"
    calendar.add("BEGIN:\(name)")
    // The local time before the change, as the clocks would have gone on.
    let start = change.map { CalendarStamp.local($0, secondsFromGMT: from) } ?? "19700101T000000"
    calendar.add("DTSTART:\(start)")
    calendar.add("TZOFFSETFROM:\(CalendarStamp.offset(from))")
    calendar.add("TZOFFSETTO:\(CalendarStamp.offset(to))")
    calendar.add("END:\(name)")
  }
}
