/// A day of the week; Monday is 0.
public enum Weekday: Int, Sendable, Codable, CaseIterable, Hashable {
  case monday, tuesday, wednesday, thursday, friday, saturday, sunday

  /// "Monday".
  public var name: String {
    switch self {
    case .monday: "Monday"
    case .tuesday: "Tuesday"
    case .wednesday: "Wednesday"
    case .thursday: "Thursday"
    case .friday: "Friday"
    case .saturday: "Saturday"
    case .sunday: "Sunday"
    }
  }
}

extension LocalDay {
  /// Which day of the week it is. 1970 began on a Thursday.
  public var weekday: Weekday { Weekday(rawValue: ((number + 3) % 7 + 7) % 7) ?? .monday }

  /// The day so many days later.
  public func adding(_ days: Int) -> LocalDay { LocalDay(number: number + days) }
}
