import Automation
import Domain
import Foundation

/// The zones that instants are reckoned in.
struct ZonesInUse {
  /// In the order of their names, each once.
  let zones: [TimeZone]

  /// Those of recipients, those that schedules are read in, and those that expressions name.
  init(_ recipients: [TimeZone], schedules: [Schedule]) {
    let named = schedules.compactMap { schedule -> TimeZone? in
      if case .named(let zone) = schedule.zone { zone } else { nil }
    }
    let written = schedules.flatMap(\.onCalendar).compactMap(\.timeZone)
    zones = Set(recipients + named + written).sorted { $0.identifier < $1.identifier }
  }

  /// Where this program and the system reckon differently within two years, a line a zone: Foundation carries its own
  /// data, which an update of the system's never reaches.
  func disagreements(now: Date) -> [String] {
    SystemZones().disagreements(of: zones, from: now, to: now + 2 * 366 * 86_400)
  }
}
