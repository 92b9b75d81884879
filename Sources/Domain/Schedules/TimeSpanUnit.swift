/// A unit of a time span, by the name that the normalized form has for it; the longest first.
enum TimeSpanUnit: String, CaseIterable {
  case year = "y"
  case month
  case week = "w"
  case day = "d"
  case hour = "h"
  case minute = "min"
  case second = "s"

  /// Finds a unit by any name systemd has for it. Case counts: `m` is a minute and `M` a month.
  init?(named name: String) {
    guard let unit = Self.allCases.first(where: { $0.names.contains(name) }) else { return nil }
    self = unit
  }

  var seconds: Int {
    switch self {
    case .year: 31_557_600
    case .month: 2_629_800
    case .week: 604_800
    case .day: 86_400
    case .hour: 3600
    case .minute: 60
    case .second: 1
    }
  }

  private var names: [String] {
    switch self {
    case .year: ["y", "year", "years"]
    case .month: ["M", "month", "months"]
    case .week: ["w", "week", "weeks"]
    case .day: ["d", "day", "days"]
    case .hour: ["h", "hr", "hour", "hours"]
    case .minute: ["m", "min", "minute", "minutes"]
    case .second: ["s", "sec", "second", "seconds"]
    }
  }
}
